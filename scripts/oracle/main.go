// Says what the API server of Kubernetes 1.34.4 says to the creation of manifests, with its own code: strict decoder,
// defaulting, conversion and create strategies. Reads mutants, one JSON object a line, and writes them with `expected`:
//
//	npm run -s mutants -- bench/lint/bases > mutants.jsonl
//	cd scripts/oracle && go mod tidy && go build -o oracle . && ./oracle < mutants.jsonl
//
// Allocation of Service addresses is that of a cluster with both families; a Pod gets the default ServiceAccount.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"strconv"
	"strings"
	_ "unsafe"

	extinstall "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/klog/v2"
	agginstall "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	"k8s.io/kube-aggregator/pkg/registry/apiservice"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	api "k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	svcstorage "k8s.io/kubernetes/pkg/registry/core/service/storage"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	sigsyaml "sigs.k8s.io/yaml"
)

//go:linkname allocateCreate k8s.io/kubernetes/pkg/registry/core/service/storage.(*Allocators).allocateCreate
func allocateCreate(al *svcstorage.Allocators, svc *api.Service, dryRun bool) (transaction, error)

//go:linkname normalizeClusterIPs k8s.io/kubernetes/pkg/registry/core/service/storage.normalizeClusterIPs
func normalizeClusterIPs(after svcstorage.After, before svcstorage.Before)

//go:linkname makeAlloc k8s.io/kubernetes/pkg/registry/core/service/storage.makeAlloc
func makeAlloc(defaultFamily api.IPFamily, ipAllocs map[api.IPFamily]ipallocator.Interface, portAlloc portallocator.Interface) svcstorage.Allocators

type transaction interface {
	Commit()
	Revert()
}

type problem struct {
	Stage  string `json:"stage"`
	Type   string `json:"type"`
	Field  string `json:"field,omitempty"`
	Line   int    `json:"line,omitempty"`
	Detail string `json:"detail,omitempty"`
}
type verdict struct {
	DocIndex    int       `json:"docIndex"`
	Line        int       `json:"line"`
	APIVersion  string    `json:"apiVersion,omitempty"`
	Kind        string    `json:"kind,omitempty"`
	Name        string    `json:"name,omitempty"`
	Outcome     string    `json:"outcome"`
	Errors      []problem `json:"errors,omitempty"`
	Environment string    `json:"environment,omitempty"`
}
type mutant struct {
	ID       string    `json:"id"`
	Base     string    `json:"base"`
	Op       string    `json:"op"`
	Path     string    `json:"path"`
	Line     int       `json:"line"`
	Text     string    `json:"text"`
	Expected []verdict `json:"expected"`
}

type how struct {
	strategy rest.RESTCreateStrategy
	resource string
}

func strategies() map[schema.GroupKind]how {
	r := map[schema.GroupKind]how{}
	add := func(group, kind, resource string, s rest.RESTCreateStrategy) {
		r[schema.GroupKind{Group: group, Kind: kind}] = how{s, resource}
	}
	add("admissionregistration.k8s.io", "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", mutatingwebhookconfiguration.Strategy)
	add("admissionregistration.k8s.io", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", validatingwebhookconfiguration.Strategy)
	add("apiextensions.k8s.io", "CustomResourceDefinition", "customresourcedefinitions", customresourcedefinition.NewStrategy(legacyscheme.Scheme))
	add("apiregistration.k8s.io", "APIService", "apiservices", apiservice.NewStrategy(legacyscheme.Scheme).(rest.RESTCreateStrategy))
	add("apps", "ControllerRevision", "controllerrevisions", controllerrevision.Strategy)
	add("apps", "DaemonSet", "daemonsets", daemonset.Strategy)
	add("apps", "Deployment", "deployments", deployment.Strategy)
	add("apps", "ReplicaSet", "replicasets", replicaset.Strategy)
	add("apps", "StatefulSet", "statefulsets", statefulset.Strategy)
	add("autoscaling", "HorizontalPodAutoscaler", "horizontalpodautoscalers", horizontalpodautoscaler.Strategy)
	add("batch", "CronJob", "cronjobs", cronjob.Strategy)
	add("batch", "Job", "jobs", job.Strategy)
	add("coordination.k8s.io", "Lease", "leases", lease.Strategy)
	add("discovery.k8s.io", "EndpointSlice", "endpointslices", endpointslice.Strategy)
	add("flowcontrol.apiserver.k8s.io", "FlowSchema", "flowschemas", flowschema.Strategy)
	add("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", "prioritylevelconfigurations", prioritylevelconfiguration.Strategy)
	add("networking.k8s.io", "Ingress", "ingresses", ingress.Strategy)
	add("networking.k8s.io", "IngressClass", "ingressclasses", ingressclass.Strategy)
	add("networking.k8s.io", "NetworkPolicy", "networkpolicies", networkpolicy.Strategy)
	add("node.k8s.io", "RuntimeClass", "runtimeclasses", runtimeclass.Strategy)
	add("policy", "PodDisruptionBudget", "poddisruptionbudgets", poddisruptionbudget.Strategy)
	add("rbac.authorization.k8s.io", "ClusterRole", "clusterroles", clusterrole.Strategy)
	add("rbac.authorization.k8s.io", "ClusterRoleBinding", "clusterrolebindings", clusterrolebinding.Strategy)
	add("rbac.authorization.k8s.io", "Role", "roles", role.Strategy)
	add("rbac.authorization.k8s.io", "RoleBinding", "rolebindings", rolebinding.Strategy)
	add("scheduling.k8s.io", "PriorityClass", "priorityclasses", priorityclass.Strategy)
	add("storage.k8s.io", "CSIDriver", "csidrivers", csidriver.Strategy)
	add("storage.k8s.io", "StorageClass", "storageclasses", storageclass.Strategy)
	add("", "ConfigMap", "configmaps", configmap.Strategy)
	add("", "Endpoints", "endpoints", endpoint.Strategy)
	add("", "LimitRange", "limitranges", limitrange.Strategy)
	add("", "Namespace", "namespaces", namespace.Strategy)
	add("", "Node", "nodes", node.Strategy)
	add("", "PersistentVolume", "persistentvolumes", persistentvolume.Strategy)
	add("", "PersistentVolumeClaim", "persistentvolumeclaims", persistentvolumeclaim.Strategy)
	add("", "Pod", "pods", pod.Strategy)
	add("", "PodTemplate", "podtemplates", podtemplate.Strategy)
	add("", "ReplicationController", "replicationcontrollers", replicationcontroller.Strategy)
	add("", "ResourceQuota", "resourcequotas", resourcequota.Strategy)
	add("", "Secret", "secrets", secret.Strategy)
	add("", "Service", "services", service.Strategy)
	add("", "ServiceAccount", "serviceaccounts", serviceaccount.Strategy)
	return r
}

var table = map[schema.GroupKind]how{}
var codecs serializer.CodecFactory
var strict runtime.Serializer

func allocators() svcstorage.Allocators {
	_, cidr, _ := net.ParseCIDR("10.96.0.0/16")
	alloc, err := ipallocator.NewInMemory(cidr)
	if err != nil {
		panic(err)
	}
	ports, err := portallocator.NewInMemory(*netPorts())
	if err != nil {
		panic(err)
	}
	_, six, _ := net.ParseCIDR("fd00:10:96::/112")
	alloc6, err := ipallocator.NewInMemory(six)
	if err != nil {
		panic(err)
	}
	return makeAlloc(api.IPv4Protocol, map[api.IPFamily]ipallocator.Interface{api.IPv4Protocol: alloc, api.IPv6Protocol: alloc6}, ports)
}

var goField = regexp.MustCompile(`Go struct field \w+\.(\S+) of type`)
var yamlLine = regexp.MustCompile(`yaml: line (\d+):`)
var twice = regexp.MustCompile(`line (\d+): key (.*) already set in map`)

func judge(doc []byte, v *verdict, offset int) {
	fail := func(outcome string, p problem) { v.Outcome = outcome; v.Errors = append(v.Errors, p) }
	js, err := sigsyaml.YAMLToJSON(doc)
	if err != nil {
		line := 0
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ = strconv.Atoi(m[1])
			line += offset
		}
		fail("undecodable", problem{Stage: "parse", Type: "Syntax", Line: line, Detail: err.Error()})
		return
	}
	var any interface{}
	if err := json.Unmarshal(js, &any); err != nil {
		fail("undecodable", problem{Stage: "parse", Type: "Syntax", Detail: err.Error()})
		return
	}
	if any == nil {
		v.Outcome = "empty"
		return
	}
	root, ok := any.(map[string]interface{})
	if !ok {
		fail("undecodable", problem{Stage: "identify", Type: "NotAnObject"})
		return
	}
	if m, ok := root["metadata"].(map[string]interface{}); ok {
		v.Name, _ = m["name"].(string)
	}
	kind, _ := root["kind"].(string)
	version, _ := root["apiVersion"].(string)
	v.Kind, v.APIVersion = kind, version
	if kind == "" {
		fail("undecodable", problem{Stage: "identify", Type: "MissingKind", Field: "kind"})
		if version != "" {
			return
		}
	}
	if version == "" {
		fail("undecodable", problem{Stage: "identify", Type: "MissingVersion", Field: "apiVersion"})
	}
	if len(v.Errors) > 0 {
		return
	}
	gv, err := schema.ParseGroupVersion(version)
	if err != nil {
		fail("undecodable", problem{Stage: "identify", Type: "BadVersion", Field: "apiVersion", Detail: err.Error()})
		return
	}
	gvk := gv.WithKind(kind)
	entry, ok := table[gvk.GroupKind()]
	if !ok || !legacyscheme.Scheme.Recognizes(gvk) || strings.Contains(gv.Version, "beta") || strings.Contains(gv.Version, "alpha") {
		fail("unknown-kind", problem{Stage: "identify", Type: "UnknownKind", Field: "apiVersion"})
		return
	}
	decoder := codecs.DecoderToVersion(strict, schema.GroupVersion{Group: gv.Group, Version: runtime.APIVersionInternal})
	obj, _, err := decoder.Decode(doc, &gvk, nil)
	if err != nil && !runtime.IsStrictDecodingError(err) {
		p := problem{Stage: "decode", Type: "Type", Detail: err.Error()}
		if m := goField.FindStringSubmatch(err.Error()); m != nil {
			p.Field = m[1]
		}
		fail("undecodable", p)
		return
	}
	v.Outcome = "ok"
	if err != nil {
		se, _ := runtime.AsStrictDecodingError(err)
		for _, one := range se.Errors() {
			s := one.Error()
			p := problem{Stage: "strict", Detail: s}
			switch {
			case strings.Contains(s, "already set in map"):
				for _, m := range twice.FindAllStringSubmatch(s, -1) {
					n, _ := strconv.Atoi(m[1])
					key := m[2]
					if u, err := strconv.Unquote(key); err == nil {
						key = u
					}
					fail("invalid", problem{Stage: "strict", Type: "DuplicateKey", Field: key, Line: n + offset, Detail: m[0]})
				}
				continue
			case strings.HasPrefix(s, "unknown field "):
				p.Type = "UnknownField"
				p.Field, _ = strconv.Unquote(strings.TrimPrefix(s, "unknown field "))
			case strings.HasPrefix(s, "duplicate field "):
				p.Type = "DuplicateField"
				p.Field, _ = strconv.Unquote(strings.TrimPrefix(s, "duplicate field "))
			}
			fail("invalid", p)
		}
	}
	if err := create(entry, gvk, obj); err != nil {
		var status apierrors.APIStatus
		if errors.As(err, &status) && status.Status().Details != nil && len(status.Status().Details.Causes) > 0 {
			for _, c := range status.Status().Details.Causes {
				fail("invalid", problem{Stage: "validate", Type: string(c.Type), Field: c.Field, Detail: c.Message})
			}
		} else {
			v.Environment = err.Error()
			fail("invalid", problem{Stage: "server", Type: "Other", Detail: err.Error()})
		}
	}
	if m, _ := meta.Accessor(obj); m != nil && m.GetResourceVersion() != "" && len(v.Errors) == 0 {
		fail("invalid", problem{Stage: "store", Type: "ResourceVersion", Field: "metadata.resourceVersion"})
	}
}

func create(h how, gvk schema.GroupVersionKind, obj runtime.Object) (err error) {
	ctx := genericapirequest.NewContext()
	m, _ := meta.Accessor(obj)
	if h.strategy.NamespaceScoped() {
		ns := m.GetNamespace()
		if ns == "" {
			ns = "default"
		}
		ctx = genericapirequest.WithNamespace(ctx, ns)
	} else {
		ctx = genericapirequest.WithNamespace(ctx, "")
	}
	ctx = genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{IsResourceRequest: true, Verb: "create", APIGroup: gvk.Group, APIVersion: gvk.Version, Resource: h.resource})
	if svc, ok := obj.(*api.Service); ok {
		normalizeClusterIPs(svcstorage.After{Service: svc}, svcstorage.Before{})
		al := allocators()
		keep := svc.Spec.ClusterIPs
		if txn, err := allocateCreate(&al, svc, false); err != nil {
			if strings.Contains(err.Error(), "failed to allocate IP") {
				svc.Spec.ClusterIPs = keep
			} else {
				return err
			}
		} else {
			txn.Commit()
		}
	}
	if p, ok := obj.(*api.Pod); ok && p.Spec.ServiceAccountName == "" {
		p.Spec.ServiceAccountName = "default"
	}
	rest.FillObjectMetaSystemFields(m)
	if len(m.GetGenerateName()) > 0 && len(m.GetName()) == 0 {
		m.SetName(h.strategy.GenerateName(m.GetGenerateName()))
	}
	return rest.BeforeCreate(h.strategy, ctx, obj)
}

func documents(text string) [][2]interface{} {
	var out [][2]interface{}
	r := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	from := 0
	for {
		doc, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			out = append(out, [2]interface{}{[]byte(err.Error()), -1})
			break
		}
		at := strings.Index(text[from:], strings.TrimRight(string(doc), "\n"))
		line := 0
		if at >= 0 {
			line = strings.Count(text[:from+at], "\n")
			from += at + len(strings.TrimRight(string(doc), "\n"))
		}
		out = append(out, [2]interface{}{doc, line})
	}
	return out
}

func main() {
	extinstall.Install(legacyscheme.Scheme)
	agginstall.Install(legacyscheme.Scheme)
	table = strategies()
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
	klog.SetOutput(io.Discard)
	klog.LogToStderr(false)
	for _, info := range legacyscheme.Codecs.SupportedMediaTypes() {
		if info.MediaType == runtime.ContentTypeYAML {
			strict = info.StrictSerializer
		}
	}
	codecs = legacyscheme.Codecs
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var m mutant
			if e := json.Unmarshal(line, &m); e != nil {
				panic(e)
			}
			m.Expected = nil
			for i, d := range documents(m.Text) {
				v := verdict{DocIndex: i, Line: d[1].(int) + 1}
				func() {
					defer func() {
						if p := recover(); p != nil {
							v.Outcome = "panic"
							v.Environment = fmt.Sprint(p)
						}
					}()
					judge(d[0].([]byte), &v, d[1].(int))
				}()
				m.Expected = append(m.Expected, v)
			}
			b, _ := json.Marshal(m)
			out.Write(b)
			out.WriteByte('\n')
		}
		if err != nil {
			break
		}
	}
}
