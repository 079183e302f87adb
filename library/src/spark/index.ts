/**
 * Data that does not fit one machine: SQL on an existing Spark cluster (Spark 3.4 or newer), or any
 * other engine that speaks Spark Connect, with the answer as a dataframe over Arrow.
 *
 * @module
 */
export { connect, type QueryOptions, SparkSession } from "./session.ts";
export { SparkError } from "./spark-error.ts";
