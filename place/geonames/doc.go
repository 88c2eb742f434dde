// Package geonames turns a dump of GeoNames (geonames.org, CC BY 4.0), such as
// allCountries.zip with its more than twelve million places, into an atlas
// that package place searches besides the built-in gazetteer.
//
// The dump is read as a stream; names are sorted in runs on disk and merged,
// so that memory does not grow with the dump. A build that was cut off goes
// on from its last run.
package geonames
