#!/usr/bin/env bash
# Draws the pictures of the torture book with ImageMagick 6 (and python3 for what ImageMagick can't write). They are committed: run it only to make them anew.
set -euo pipefail
cd "$(dirname "$0")"
scene() { convert -size 240x160 gradient:'#f4e8c8'-'#5878a8' -fill '#b03020' -draw 'circle 60,60 60,25' -fill '#205028' -draw 'polygon 90,150 160,40 230,150' -fill black -draw 'rectangle 8,130 60,152' -strip "$@"; }
drawing() { convert -size 480x320 xc:white +antialias -stroke black -strokewidth 5 -fill none -draw 'circle 240,160 240,40' -draw 'line 30,300 450,20' -draw 'rectangle 30,20 450,300' -strip "$@"; }
scene -quality 85 jpeg-rgb.jpg
scene -colorspace Gray -quality 85 jpeg-gray.jpg
scene -interlace JPEG -quality 85 jpeg-progressive.jpg
scene -colorspace CMYK -quality 85 jpeg-cmyk.jpg
scene -rotate 270 -quality 85 jpeg-turned.jpg
scene -depth 8 png-rgb.png
scene -depth 16 PNG48:png-rgb-16.png
scene -colorspace Gray -depth 8 -define png:color-type=0 -define png:bit-depth=8 png-gray.png
scene -colorspace Gray -depth 16 -define png:color-type=0 -define png:bit-depth=16 png-gray-16.png
drawing -monochrome -define png:color-type=0 -define png:bit-depth=1 png-bilevel.png
scene -colors 16 -define png:color-type=3 png-palette.png
scene -colors 15 -fuzz 12% -transparent '#b03020' -define png:color-type=3 png-palette-clear.png
scene -alpha set -channel A -fx 'i/w' +channel -depth 8 -define png:color-type=6 png-alpha.png
scene -colorspace Gray -alpha set -channel A -fx 'j/h' +channel -define png:color-type=4 png-gray-alpha.png
scene -interlace PNG -depth 8 png-interlaced.png
scene -quality 80 webp-lossy.webp
scene -alpha set -channel A -fx 'i/w' +channel -define webp:lossless=true webp-lossless.webp
scene -colors 32 \( -size 240x160 xc:white \) -delay 20 -loop 0 gif-moving.gif
scene -compress LZW tiff-rgb.tif
scene -colorspace CMYK -compress Zip tiff-cmyk.tif
drawing -monochrome -density 300 -units PixelsPerInch -compress Group4 tiff-bilevel.tif
cat > drawing.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160" viewBox="0 0 240 160"><defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#f4e8c8"/><stop offset="1" stop-color="#5878a8"/></linearGradient></defs><rect width="240" height="160" fill="url(#sky)"/><circle cx="60" cy="60" r="35" fill="#b03020"/><path d="M90 150 L160 40 L230 150 Z" fill="#205028" fill-opacity="0.8"/><path d="M20 140 C60 100 100 180 220 120" fill="none" stroke="#000" stroke-width="3"/></svg>
SVG
python3 - <<'PY'
import struct, zlib
def exif(path, orientation):
    jpeg = open(path, 'rb').read()
    body = b'Exif\0\0MM\0*\0\0\0\x08' + struct.pack('>H', 1) + struct.pack('>HHIHH', 0x112, 3, 1, orientation, 0) + b'\0\0\0\0'
    open(path, 'wb').write(jpeg[:2] + b'\xff\xe1' + struct.pack('>H', len(body) + 2) + body + jpeg[2:])
exif('jpeg-turned.jpg', 6)
# A profile of its own: sRGB with red and green exchanged and another name, so that who ignores it shows other colours.
icc = bytearray(open('../../../../assets/icc/sRGB.icc', 'rb').read().replace(b'sRGB', b'xRGB'))
count = struct.unpack_from('>I', icc, 128)[0]
tags = {bytes(icc[132 + 12 * i:136 + 12 * i]): 136 + 12 * i for i in range(count)}
a, b = tags[b'rXYZ'], tags[b'gXYZ']
icc[a:a + 8], icc[b:b + 8] = icc[b:b + 8], icc[a:a + 8]
png = open('png-rgb.png', 'rb').read()
body = b'exchanged\0\0' + zlib.compress(bytes(icc), 9)
chunk = struct.pack('>I', len(body)) + b'iCCP' + body + struct.pack('>I', zlib.crc32(b'iCCP' + body))
clean = png[:33]
at = 33
while at < len(png):
    size = struct.unpack_from('>I', png, at)[0]
    if png[at + 4:at + 8] not in (b'iCCP', b'sRGB', b'gAMA', b'cHRM'):
        clean += png[at:at + 12 + size]
    at += 12 + size
open('png-profile.png', 'wb').write(clean[:33] + chunk + clean[33:])
jpeg = open('jpeg-rgb.jpg', 'rb').read()
body = b'ICC_PROFILE\0\x01\x01' + bytes(icc)
open('jpeg-profile.jpg', 'wb').write(jpeg[:2] + b'\xff\xe2' + struct.pack('>H', len(body) + 2) + body + jpeg[2:])
PY
