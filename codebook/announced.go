package codebook

// Announced is the CAMEO code of a cooperative act that is only intended: what
// Reduce makes AGREE of stands under root 03, "express intent to cooperate".
// Any other code stays as it is.
func Announced(base, cameo string) string {
	switch base {
	case "CONSULT":
		return "036"
	case "SUPPORT":
		return "032"
	case "COOPERATE":
		return "031"
	case "AID":
		return "033"
	}
	return cameo
}
