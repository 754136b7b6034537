#pragma once
// The elements that pages use, as callable values. A page writes `namespace h = html;` and then
// `h::div(h::cls("panel"), h::p("Hello"))`.

#include "platform/html/html.h"

namespace html {

inline constexpr Element a{"a"}, abbr{"abbr"}, article{"article"}, aside{"aside"};
inline constexpr Element blockquote{"blockquote"}, body{"body"}, button{"button"}, cite{"cite"};
inline constexpr Element caption{"caption"}, code{"code"}, dd{"dd"}, del{"del"};
inline constexpr Element details{"details"}, div{"div"};
inline constexpr Element dl{"dl"}, dt{"dt"}, em{"em"}, fieldset{"fieldset"}, footer{"footer"};
inline constexpr Element form{"form"}, h1{"h1"}, h2{"h2"}, h3{"h3"}, h4{"h4"}, head{"head"};
inline constexpr Element header{"header"}, ins{"ins"}, kbd{"kbd"}, label{"label"};
inline constexpr Element legend{"legend"}, li{"li"}, main{"main"}, mark{"mark"}, nav{"nav"};
inline constexpr Element noscript{"noscript"};
inline constexpr Element ol{"ol"}, option{"option"}, p{"p"}, pre{"pre"}, script{"script"};
inline constexpr Element section{"section"}, select{"select"}, small{"small"}, span{"span"};
inline constexpr Element strong{"strong"}, summary{"summary"}, svg{"svg"}, table{"table"};
inline constexpr Element tbody{"tbody"}, td{"td"}, template_{"template"}, textarea{"textarea"};
inline constexpr Element tfoot{"tfoot"};
inline constexpr Element th{"th"}, thead{"thead"}, time{"time"}, title{"title"}, tr{"tr"};
inline constexpr Element ul{"ul"}, use{"use"};
inline constexpr EmptyElement br{"br"}, hr{"hr"}, input{"input"}, link{"link"}, meta{"meta"};

}  // namespace html
