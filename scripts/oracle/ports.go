package main

import utilnet "k8s.io/apimachinery/pkg/util/net"

func netPorts() *utilnet.PortRange { return &utilnet.PortRange{Base: 30000, Size: 2768} }
