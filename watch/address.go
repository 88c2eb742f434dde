package watch

import (
	"net/url"
	"strings"
)

// normal is an address without what changes from reader to reader, so that one
// article has one address. What is no address is given as it is.
func normal(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	return u.String()
}

// withoutTracking drops the parameters that say where a reader came from; the
// others keep their order.
func withoutTracking(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for _, parameter := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(parameter, "=")
		if !isTracking(strings.ToLower(name)) && parameter != "" {
			kept = append(kept, parameter)
		}
	}
	return strings.Join(kept, "&")
}

func isTracking(name string) bool {
	if strings.HasPrefix(name, "utm_") {
		return true
	}
	switch name {
	case "fbclid", "gclid", "dclid", "mc_cid", "mc_eid", "ns_mchannel", "ns_source", "ns_campaign", "at_medium", "at_campaign", "cmpid", "ocid", "igshid", "yclid":
		return true
	}
	return false
}
