package record

import (
	"context"
	"reflect"
)

// insertEvent files a new event.
func (w *writer) insertEvent(ctx context.Context, id int64, f facts) error {
	if err := w.exec(ctx, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		id, f.name, f.day, f.lastDay, f.kind, f.cameo, f.quad, f.scale, f.status, f.modes, f.contexts, f.roles,
		f.mutual, f.country, f.place, f.placeName, f.rule, f.confidence, f.mentions); err != nil {
		return err
	}
	w.sums.add(&f, 1)
	return w.insertSides(ctx, id, &f)
}

// updateEvent files anew what a further mention changed.
func (w *writer) updateEvent(ctx context.Context, id int64, before, after facts) error {
	if err := w.exec(ctx, `UPDATE events SET day=?, last_day=?, type=?, cameo=?, quad=?, scale=?, status=?, modes=?, contexts=?,
		roles=?, mutual=?, country=?, place=?, place_name=?, rule=?, confidence=?, mentions=? WHERE id=?`,
		after.day, after.lastDay, after.kind, after.cameo, after.quad, after.scale, after.status, after.modes, after.contexts,
		after.roles, after.mutual, after.country, after.place, after.placeName, after.rule, after.confidence, after.mentions, id); err != nil {
		return err
	}
	w.sums.add(&before, -1)
	w.sums.add(&after, 1)
	if sameSides(&before, &after) {
		return nil
	}
	for _, p := range before.parties {
		if err := w.exec(ctx, "DELETE FROM parties WHERE code=? AND day=? AND event=?", p.code, before.day, id); err != nil {
			return err
		}
	}
	for _, p := range before.pairs {
		if err := w.exec(ctx, "DELETE FROM pairs WHERE a=? AND b=? AND day=? AND event=?", p.a, p.b, before.day, id); err != nil {
			return err
		}
	}
	for _, n := range before.named {
		if err := w.deleteNamed(ctx, id, before.day, n); err != nil {
			return err
		}
	}
	return w.insertSides(ctx, id, &after)
}

// sameSides says whether all that parties, named and pairs hold is the same.
func sameSides(a, b *facts) bool {
	return a.day == b.day && a.kind == b.kind && a.quad == b.quad && a.scale == b.scale && a.status == b.status &&
		a.mutual == b.mutual && reflect.DeepEqual(a.parties, b.parties) && reflect.DeepEqual(a.pairs, b.pairs) &&
		reflect.DeepEqual(a.named, b.named)
}

func (w *writer) insertSides(ctx context.Context, id int64, f *facts) error {
	for _, p := range f.parties {
		if err := w.exec(ctx, "INSERT INTO parties VALUES (?,?,?,?)", p.code, f.day, id, int(p.sides)); err != nil {
			return err
		}
	}
	for _, p := range f.pairs {
		if err := w.exec(ctx, "INSERT INTO pairs VALUES (?,?,?,?,?,?,?,?,?)",
			p.a, p.b, f.day, id, f.kind, f.quad, f.scale, f.status, f.mutual); err != nil {
			return err
		}
	}
	for _, n := range f.named {
		actor, err := w.actorRow(ctx, n.who)
		if err != nil {
			return err
		}
		if err := w.exec(ctx, "INSERT INTO named VALUES (?,?,?,?)", actor, f.day, id, int(n.sides)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) deleteNamed(ctx context.Context, id int64, day string, n namedParty) error {
	actor, err := w.actorRow(ctx, n.who)
	if err != nil {
		return err
	}
	return w.exec(ctx, "DELETE FROM named WHERE actor=? AND day=? AND event=?", actor, day, id)
}
