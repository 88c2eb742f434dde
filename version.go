package demarche

// Version is the version of the program; it is part of what makes event ids.
const Version = "0.1.0"
