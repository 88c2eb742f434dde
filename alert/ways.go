package alert

import (
	"net"
	"net/mail"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// deliver reads a line that says where alerts may be sent:
//
//	deliver NAME webhook URL [secret $NAME]
//	deliver NAME mail ADDRESS[,ADDRESS] from ADDRESS via HOST:PORT [user NAME password $NAME]
//	deliver NAME file PATH
func (p *parser) deliver(all []word) error {
	if len(all) < 4 {
		return p.wrong(all[0].col, "write it as: deliver NAME webhook URL, deliver NAME mail ADDRESS …, or deliver NAME file PATH")
	}
	way := Way{Line: p.line, Name: all[1].text, Kind: all[2].text, Target: all[3].text}
	if slices.ContainsFunc(p.rules.Ways, func(w Way) bool { return w.Name == way.Name }) {
		return p.wrong(all[1].col, "there is a way %q already", way.Name)
	}
	if strings.ContainsAny(way.Name, ",\x00/") {
		return p.wrong(all[1].col, "a name has no commas and no slashes in it")
	}
	if err := p.options(&way, all[4:]); err != nil {
		return err
	}
	var err error
	switch way.Kind {
	case "webhook":
		err = p.webhook(&way, all[3].col)
	case "mail":
		err = p.mail(&way, all[3].col)
	case "file":
		if !filepath.IsAbs(way.Target) {
			way.Target = filepath.Join(filepath.Dir(p.file), way.Target)
		}
	default:
		err = p.wrong(all[2].col, "%q: alerts go by webhook, mail or file", way.Kind)
	}
	p.rules.Ways = append(p.rules.Ways, way)
	return err
}

// options reads the pairs behind the target of a way.
func (p *parser) options(way *Way, all []word) error {
	fields := map[string]*string{}
	switch way.Kind {
	case "webhook":
		fields["secret"] = &way.Secret
	case "mail":
		fields = map[string]*string{"from": &way.From, "via": &way.Via, "user": &way.User, "password": &way.Password}
	}
	for i := 0; i < len(all); i += 2 {
		field := fields[all[i].text]
		if field == nil {
			return p.wrong(all[i].col, "%q is no setting of a %s", all[i].text, way.Kind)
		}
		if i+1 == len(all) {
			return p.wrong(all[i].col, "%q needs a value", all[i].text)
		}
		value, err := p.value(all[i+1])
		if err != nil {
			return err
		}
		*field = value
	}
	return nil
}

// value is a word, or what the environment has under $NAME.
func (p *parser) value(w word) (string, error) {
	name, fromEnvironment := strings.CutPrefix(w.text, "$")
	if !fromEnvironment {
		return w.text, nil
	}
	value := p.getenv(name)
	if value == "" {
		return "", p.wrong(w.col, "the environment has no %s; set it before the program is started", name)
	}
	return value, nil
}

func (p *parser) webhook(way *Way, col int) error {
	u, err := url.Parse(way.Target)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return p.wrong(col, "%q is no web address; it has to start with https:// or http://", way.Target)
	}
	return nil
}

func (p *parser) mail(way *Way, col int) error {
	for _, to := range strings.Split(way.Target, ",") {
		if !isAddress(to) {
			return p.wrong(col, "%q is no e-mail address", to)
		}
	}
	host, port, err := net.SplitHostPort(way.Via)
	switch {
	case !isAddress(way.From):
		return p.wrong(col, "mail needs from ADDRESS, and %q is none", way.From)
	case err != nil || host == "" || port == "":
		return p.wrong(col, "mail needs via HOST:PORT, the server that takes it, and %q is none", way.Via)
	case (way.User == "") != (way.Password == ""):
		return p.wrong(col, "user and password go together")
	}
	return nil
}

// isAddress says whether s is a bare e-mail address, which goes into a header
// as it is.
func isAddress(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && !strings.ContainsAny(s, "\r\n<>")
}
