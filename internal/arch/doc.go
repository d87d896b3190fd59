// Package arch has no code. Its tests read the source of the whole program and hold it to the map of who may import
// whom, to the attributes that templates may use and to the shape of the tree.
package arch
