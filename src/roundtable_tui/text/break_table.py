"""The Line_Break classes (UAX #14, Unicode 15.0) that do not follow from `unicodedata`, generated.

Written by tools/make_break_table.py; do not edit. Derived from the Unicode Character Database, © Unicode, Inc.,
Unicode Licence v3. Each class with its ranges of code points in hexadecimal, first-last or one alone.
"""

EXCEPTIONS: dict[str, str] = {
    "AL": (
        "23e9-23ec 25fd-25fe 2648-2653 2693 26a1 26aa-26ab 26ce 2705 2728 274c 274e 2753-2755 2757 2795-2797 27b0 "
        "27bf 2b1b-2b1c 2b50 2b55 ffe8-ffee 18b00-18cd5 1aff0-1affe 1f18e 1f191-1f19a 1f3b5-1f3b6 1f3bc 1f4a0 "
        "1f4a2 1f4a4 1f4af 1f4b1-1f4b2 1f500-1f506 1f517-1f524 1f532-1f53d"
    ),
    "B2": "2014 2e3a-2e3b",
    "BA": (
        "9 7c ad 58a 5be 964-965 e5a-e5b f0b f34 f7f f85 fbe-fbf fd2 104a-104b 1361 1400 16eb-16ed 1735-1736 "
        "17d4-17d5 17d8 17da 1804-1805 1b5a-1b5b 1b5d-1b60 1b7d-1b7e 1c3b-1c3f 1c7e-1c7f 2010 2012-2013 2027 2056 "
        "2058-205b 205d-205e 2cfa-2cfc 2cff 2d70 2e0e-2e15 2e17 2e19 2e2a-2e2d 2e30-2e31 2e33-2e34 2e3c-2e3e "
        "2e40-2e41 2e43-2e4a 2e4c 2e4e-2e4f 2e5d a4fe-a4ff a60d a60f a6f3-a6f7 a8ce-a8cf a92e-a92f a9c7-a9c9 "
        "aa5d-aa5f aaf0-aaf1 abeb 10100-10102 1039f 103d0 10857 1091f 10a50-10a57 10af0-10af5 10b39-10b3f 10ead "
        "11047-11048 110be-110c1 11140-11143 111c5-111c6 111c8 111dd-111df 11238-11239 1123b-1123c 112a9 "
        "1144b-1144e 1145a-1145b 115c2-115c3 115c9-115d7 11641-11642 1173c-1173e 11944-11946 11a41-11a44 "
        "11a9a-11a9c 11aa1-11aa2 11c41-11c45 11fff 12470-12474 16a6e-16a6f 16af5 16b37-16b39 16b44 16e97-16e98 "
        "1bc9f 1da87-1da8a"
    ),
    "BB": (
        "b4 2c8 2cc 2df c77 c84 f01-f04 f06-f07 f09-f0a fd0-fd1 fd3 1806 1ffd a874-a875 a8fc 11175 111db 115c1 "
        "11660-1166c 119e2 11a3f 11a45 11a9e-11aa0 11c70"
    ),
    "CL": "3001-3002 fe11-fe12 fe50 fe52 ff0c ff0e ff61 ff64 1325b-1325d 13282 13287 13289 1337a-1337b 13438 145cf",
    "CM": "61c 200c 200e-200f 2028-202e 2066-206f 3035 fff9-fffb 1bca0-1bca3 1d173-1d17a 1f3fb-1f3ff e0001-e007f",
    "CP": "29 5d",
    "EX": (
        "21 3f 5c6 61b 61d-61f 6d4 7f9 f0d-f11 f14 1802-1803 1808-1809 1944-1945 2762-2763 2cf9 2cfe 2e2e "
        "2e53-2e54 a60e a876-a877 fe15-fe16 fe56-fe57 ff01 ff1f 115c4-115c5 11c71"
    ),
    "GL": "a0 34f 35c-362 f08 f0c f12 fd9-fda 180e 1dcd 1dfc 2007 2011 202f 13430-13436 16fe4",
    "HY": "2d",
    "ID": (
        "1160-11ff 23f1-23f2 2600-2603 2618 261a-261f 2639-263b 2668 26bf-26c3 26c6-26c8 26cd 26cf-26d1 26d3 "
        "26d8-26d9 26dc 26df-26e1 26f1 26f4 26f7-26f9 26fe-2704 2708-2709 270c-270d 2764 303f d7b0-d7fb fffc "
        "1f000-1f003 1f005-1f0ce 1f0d1-1f0f5 1f10d-1f10f 1f16d-1f16f 1f1ad-1f1ff 1f321-1f32c 1f336 1f37d "
        "1f394-1f39b 1f39e-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f1-1f3f3 1f3f5-1f3f7 1f43f 1f441 1f4fd-1f4fe 1f54a "
        "1f54f 1f568-1f579 1f57b-1f594 1f597-1f5a3 1f5a5-1f5d3 1f5dc-1f5f3 1f5fa 1f6c6-1f6cb 1f6cd-1f6cf "
        "1f6d3-1f6d4 1f6e0-1f6ea 1f6f0-1f6f3 1f7d5-1f7d8 1f8b0-1f8b1 1f93b 1f946 1fa60-1fa6d"
    ),
    "IN": "2024-2026 22ef fe19 10af6",
    "IS": "2c 2e 3a-3b 37e 589 60c-60d 7f8 2044 fe10 fe13-fe14",
    "NS": (
        "17d6 203c-203d 2047-2049 3005 301c 303b-303c 3041 3043 3045 3047 3049 3063 3083 3085 3087 308e 3095-3096 "
        "309b-309e 30a0-30a1 30a3 30a5 30a7 30a9 30c3 30e3 30e5 30e7 30ee 30f5-30f6 30fb-30fe 31f0-31ff a015 "
        "fe54-fe55 ff1a-ff1b ff65 ff67-ff70 ff9e-ff9f 16fe0-16fe3 1b150-1b167 1f679-1f67b"
    ),
    "NU": "66b-66c",
    "OP": "a1 bf 2e18 13258-1325a 13286 13288 13379 13437 145ce 1e95e-1e95f",
    "PO": (
        "25 a2 b0 609-60b 66a 9f2-9f3 9f9 d79 2030-2037 2057 20a7 20b6 20bb 20be 20c0 2103 2109 a838 fdfc fe6a "
        "ff05 ffe0 11fdd-11fe0 1ecac 1ecb0"
    ),
    "PR": "2b 5c b1 2116 2212-2213",
    "QU": "22 27 275b-2760 2e00-2e01 2e06-2e08 2e0b 1f676-1f678",
    "SP": "20",
    "SY": "2f",
    "WJ": "2060 feff",
    "ZJ": "200d",
    "ZW": "200b",
}
