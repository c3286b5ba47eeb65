export * from "../program/place.ts";
