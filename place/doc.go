// Package place finds the places that a text names and says where they are.
//
// Names are looked up in a gazetteer, read lazily from one file and searched
// as it lies there. Of the places of a name the one is taken that the words
// around ask for ("Paris, Texas", "Kherson region"), that lies in the country
// or region of the text's other places or near them, and that has most
// people. DESIGN.md tells how they are weighed.
package place
