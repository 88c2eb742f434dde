// The pages that are looked at, with what each must show.
export async function pages(server) {
  const attack = await server.get("/api/v1/events?type=ASSAULT&sort=mentions&limit=1");
  return [
    { name: "overview", path: "/", shows: ".event-list li" },
    { name: "reader", path: "/read/sample", shows: ".article .m-event" },
    { name: "paste", path: "/read", shows: ".desk textarea" },
    { name: "events", path: "/events", shows: "table.events tbody tr" },
    { name: "dyad", path: "/dyad?a=ETH&b=SOM", shows: ".lane" },
    { name: "map", path: "/map?itinerary=Grace+Wanjala&q=since:2024-01%20until:2024-02", shows: ".map canvas" },
    { name: "network", path: "/network", shows: ".graph canvas" },
    { name: "actor", path: "/actors/Grace%20Wanjala", shows: ".pairs, .travels" },
    { name: "event", path: `/events/${attack.events[0].id}`, shows: ".mentions li" },
  ];
}
