"""CPU times of OpenCV on one thread: reads pixels from the file given, prints milliseconds by task as JSON."""

import json
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
size = 1024
rgb = np.fromfile(sys.argv[1], np.uint8).reshape(size, size, 3)
rounds = int(sys.argv[2])
gray = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
mask = cv2.threshold(gray, 0, 255, cv2.THRESH_OTSU)[1]
turn = cv2.getRotationMatrix2D((511.5, 511.5), 30, 1)
ones = np.ones((5, 5), np.uint8)
tasks = {
    "gray": lambda: cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY),
    "HSV": lambda: cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV),
    "Lab (floats)": lambda: cv2.cvtColor(np.float32(rgb) / 255, cv2.COLOR_RGB2Lab),
    "resize to 512, bilinear": lambda: cv2.resize(rgb, (512, 512)),
    "resize to 300, area": lambda: cv2.resize(rgb, (300, 300), interpolation=cv2.INTER_AREA),
    "rotate by 30°": lambda: cv2.warpAffine(rgb, turn, (size, size)),
    "Gaussian, sigma 2": lambda: cv2.GaussianBlur(gray, (17, 17), 2),
    "box, 9 × 9": lambda: cv2.blur(gray, (9, 9)),
    "median, 3 × 3": lambda: cv2.medianBlur(gray, 3),
    "median, 7 × 7": lambda: cv2.medianBlur(gray, 7),
    "bilateral, 7": lambda: cv2.bilateralFilter(gray, 7, 40, 3),
    "Sobel": lambda: cv2.Sobel(gray, cv2.CV_32F, 1, 0),
    "Canny": lambda: cv2.Canny(gray, 50, 150),
    "histogram equalisation": lambda: cv2.equalizeHist(gray),
    "CLAHE": lambda: cv2.createCLAHE(2.0, (8, 8)).apply(gray),
    "Otsu": lambda: cv2.threshold(gray, 0, 255, cv2.THRESH_OTSU),
    "dilate, 5 × 5": lambda: cv2.dilate(gray, ones),
    "distance transform": lambda: cv2.distanceTransform(mask, cv2.DIST_L2, cv2.DIST_MASK_PRECISE),
    "connected components": lambda: cv2.connectedComponentsWithStats(mask),
    "contours": lambda: cv2.findContours(mask, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE),
}
times = {}
for name, task in tasks.items():
    task()
    each = []
    for _ in range(rounds):
        start = time.process_time()
        task()
        each.append(1000 * (time.process_time() - start))
    times[name] = float(np.median(each))
print(json.dumps({"version": cv2.__version__, "times": times}))
