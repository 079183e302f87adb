/** One month of jobs in the USA, in thousands of people. */
export interface EmploymentMonth {
  /** First day, midnight, UTC */
  month: Date;
  nonfarm: number;
  private: number;
  goods_producing: number;
  service_providing: number;
  private_service_providing: number;
  mining_and_logging: number;
  construction: number;
  manufacturing: number;
  durable_goods: number;
  nondurable_goods: number;
  trade_transportation_utilities: number;
  wholesale_trade: number;
  retail_trade: number;
  transportation_and_warehousing: number;
  utilities: number;
  information: number;
  financial_activities: number;
  professional_and_business_services: number;
  education_and_health_services: number;
  leisure_and_hospitality: number;
  other_services: number;
  government: number;
  nonfarm_change: number;
}

/** Unemployment in one county of the USA. */
export interface CountyUnemployment {
  id: number;
  /** Share, 0 to 1 */
  rate: number;
}

/** One country in one year. */
export interface CountryYear {
  year: number;
  country: string;
  cluster: number;
  pop: number;
  /** Years */
  life_expect: number;
  fertility: number;
}

/** One postal code of the USA. */
export interface ZipCode {
  zip_code: string;
  /** Degrees */
  latitude: number;
  /** Degrees */
  longitude: number;
  city: string;
  state: string;
  county: string;
}

/** One flight in the USA. */
export interface Flight {
  /** Departure in local time, read as UTC */
  date: Date;
  /** Minutes */
  delay: number;
  /** Miles */
  distance: number;
  origin: string;
  destination: string;
}

/** One car model. */
export interface Car {
  name: string;
  /** Miles per US gallon */
  miles_per_gallon: number | null;
  cylinders: number;
  /** Cubic inches */
  displacement: number;
  /** hp */
  horsepower: number | null;
  /** Pounds */
  weight: number;
  /** Seconds */
  acceleration: number;
  /** First of January, midnight, UTC */
  year: Date;
  origin: "Europe" | "Japan" | "USA";
}
