/** What reviews are about, with what is said of it; each word is of one polarity everywhere. */
export const topics = [
  {
    topic: "camera",
    aspects: ["lens", "battery", "screen", "zoom", "flash", "picture"],
    good: ["sharp", "bright", "light", "sturdy"],
    bad: ["blurred", "dim", "clumsy", "fragile"],
  },
  {
    topic: "restaurant",
    aspects: ["soup", "waiter", "menu", "dessert", "wine", "kitchen"],
    good: ["tasty", "fresh", "friendly", "generous"],
    bad: ["bland", "stale", "rude", "greasy"],
  },
  {
    topic: "film",
    aspects: ["plot", "actor", "ending", "music", "dialogue", "picture"],
    good: ["moving", "witty", "clever", "thrilling"],
    bad: ["boring", "silly", "shallow", "predictable"],
  },
  {
    topic: "hotel",
    aspects: ["room", "bed", "bath", "view", "breakfast", "staff"],
    good: ["clean", "quiet", "cosy", "friendly"],
    bad: ["dirty", "noisy", "cramped", "rude"],
  },
] as const;

/** Said of every topic. */
export const anything = {
  aspects: ["price", "service"],
  good: ["good", "great", "lovely", "excellent", "pleasant"],
  bad: ["bad", "poor", "awful", "terrible", "dreadful"],
} as const;

export const openings = ["", "", "", "honestly , ", "in the end , ", "this time , "] as const;
export const degrees = ["", "", "very ", "rather ", "really "] as const;
export const verdicts = {
  good: ["i would come back", "i recommend it", "it was worth the money", "we were delighted"],
  bad: [
    "i want my money back",
    "i warn everybody",
    "it was a waste of time",
    "we were disappointed",
  ],
} as const;
