"""Writes small files in the true formats of the sets that are downloaded, into the folder given.

Python's own gzip, tarfile and zipfile make them, so that our readers are tried on what others wrote.
"""

import gzip
import io
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

out = Path(sys.argv[1])


def idx(path, shape, values):
    header = struct.pack(">BBBB", 0, 0, 8, len(shape)) + struct.pack(f">{len(shape)}I", *shape)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(header + bytes(values)))


def archive(path, mode, files):
    path.parent.mkdir(exist_ok=True)
    with tarfile.open(path, mode) as tar:
        for name, content in files.items():
            content = content.encode() if isinstance(content, str) else content
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


out.mkdir(exist_ok=True)
for set_name in ("mnist", "fashion-mnist"):
    for split, count in (("train", 3), ("t10k", 2)):
        pixels = [(i * 7) % 256 for i in range(count * 28 * 28)]
        idx(out / set_name / f"{split}-images-idx3-ubyte.gz", (count, 28, 28), pixels)
        idx(out / set_name / f"{split}-labels-idx1-ubyte.gz", (count,), range(count))


def cifar(labels):
    image = bytes([1] * 1024 + [2] * 1024 + [3] * 1024)
    return b"".join(bytes([label]) + image for label in labels)


archive(
    out / "cifar-10" / "cifar-10-binary.tar.gz",
    "w:gz",
    {
        "cifar-10-batches-bin/batches.meta.txt": "airplane\n",
        "cifar-10-batches-bin/test_batch.bin": cifar([9]),
        "cifar-10-batches-bin/data_batch_2.bin": cifar([3]),
        "cifar-10-batches-bin/data_batch_1.bin": cifar([1, 2]),
    },
)

archive(
    out / "california-housing" / "cal_housing.tgz",
    "w:gz",
    {
        "CaliforniaHousing/cal_housing.domain": "longitude: continuous.\n",
        "CaliforniaHousing/cal_housing.data": "-122.230000,37.880000,41.000000,880.000000,129.000000,"
        "322.000000,126.000000,8.325200,452600.000000\n-122.220000,37.860000,21.000000,"
        "7099.000000,1106.000000,2401.000000,1138.000000,8.301400,358500.000000\n",
    },
)

(out / "titanic").mkdir()
(out / "titanic" / "titanic.csv").write_text(
    '"pclass","survived","name","sex","age","sibsp","parch","ticket","fare","cabin","embarked",'
    '"boat","body","home.dest"\n'
    '1,1,"Allen, Miss. Elisabeth Walton","female",29,0,0,"24160",211.3375,"B5","S","2",?,"St Louis, MO"\n'
    '1,1,"Duff Gordon, Lady. (Lucille Christiana Sutherland) (\\"Mrs Morgan\\")","female",48,1,0,'
    '"11755",39.6,"A16","C","1",?,"London / Paris"\n'
    '3,0,"Storey, Mr. Thomas","male",60.5,0,0,"3701",?,?,"S",?,261,?\n'
)

archive(
    out / "imdb-reviews" / "aclImdb_v1.tar.gz",
    "w:gz",
    {
        "aclImdb/README": "not a review",
        "aclImdb/train/unsup/0_0.txt": "nobody judged this",
        "aclImdb/train/pos/10_9.txt": "Even better.",
        "aclImdb/train/pos/2_8.txt": "Good, caf\u00e9 scenes.<br />",
        "aclImdb/train/neg/0_1.txt": "Bad.",
        "aclImdb/test/pos/0_10.txt": "Great.",
    },
)

(out / "tiny-shakespeare").mkdir()
(out / "tiny-shakespeare" / "input.txt").write_text("First Citizen:\nBefore we proceed\n")

pet = """<annotation><folder>OXIIIT</folder><filename>Abyssinian_1.jpg</filename>
<size><width>600</width><height>400</height><depth>3</depth></size><segmented>0</segmented>
<object><name>cat</name><pose>Frontal</pose><truncated>0</truncated><occluded>0</occluded>
<bndbox><xmin>333</xmin><ymin>72</ymin><xmax>425</xmax><ymax>158</ymax></bndbox>
<difficult>0</difficult></object></annotation>"""
archive(
    out / "oxford-pets" / "annotations.tar.gz",
    "w:gz",
    {
        "annotations/trainval.txt": "Abyssinian_1 1 1 1\nsaint_bernard_7 30 2 20\n",
        "annotations/test.txt": "#Image CLASS-ID SPECIES BREED ID\nAbyssinian_2 1 1 1\n",
        "annotations/xmls/Abyssinian_1.xml": pet,
        "annotations/trimaps/Abyssinian_1.png": b"\x89PNG",
    },
)
archive(out / "oxford-pets" / "images.tar.gz", "w:gz", {"images/Abyssinian_1.jpg": b"\xff\xd8"})

voc = """<annotation><folder>VOC2007</folder><filename>{name}.jpg</filename>
<source><image>flickr</image></source>
<size><width>353</width><height>500</height><depth>3</depth></size><segmented>1</segmented>
<object><name>dog</name><pose>Left</pose><truncated>1</truncated><difficult>0</difficult>
<bndbox><xmin>48</xmin><ymin>240</ymin><xmax>195</xmax><ymax>371</ymax></bndbox></object>
<object><name>person</name><pose>Left</pose><truncated>1</truncated><difficult>1</difficult>
<bndbox><xmin>8</xmin><ymin>12</ymin><xmax>352</xmax><ymax>498</ymax></bndbox>
<part><name>head</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></part>
</object></annotation>"""
for split, file in (("trainval", "VOCtrainval_06-Nov-2007"), ("test", "VOCtest_06-Nov-2007")):
    name = "000005" if split == "trainval" else "000001"
    archive(
        out / "voc-2007" / f"{file}.tar",
        "w",
        {
            f"VOCdevkit/VOC2007/ImageSets/Main/{split}.txt": f"{name}\n",
            f"VOCdevkit/VOC2007/Annotations/{name}.xml": voc.format(name=name),
            f"VOCdevkit/VOC2007/JPEGImages/{name}.jpg": b"\xff\xd8",
        },
    )

(out / "movielens-100k").mkdir()
genres = ["unknown", "Action", "Animation", "Comedy"]
with zipfile.ZipFile(out / "movielens-100k" / "ml-100k.zip", "w", zipfile.ZIP_DEFLATED) as zipped:
    zipped.writestr("ml-100k/u.genre", "".join(f"{g}|{i}\n" for i, g in enumerate(genres)) + "\n")
    zipped.writestr("ml-100k/u.data", "196\t242\t3\t881250949\n186\t302\t5\t891717742\n")
    zipped.writestr(
        "ml-100k/u.item",
        "1|Toy Story (1995)|01-Jan-1995||http://example.org|0|0|1|1\n"
        "267|unknown||||1|0|0|0\n543|Mis\u00e9rables, Les (1995)|01-Jan-1995|||0|1|0|0\n".encode("latin1"),
    )
    zipped.writestr("ml-100k/u.user", "1|24|M|technician|85711\n2|53|F|other|T8H1N\n")
