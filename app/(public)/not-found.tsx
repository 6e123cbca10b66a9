export { default, generateMetadata } from "../nothing-here";
