// Lets the program link to functions of the server that have no exported name.
