export { LinkNotFound as default, linkNotFoundMetadata as generateMetadata } from "../../link-not-found";
