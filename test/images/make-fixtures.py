# Writes fixtures.json: images made by Pillow, what Pillow and TensorFlow decode of them, and what tf.image.resize makes.
#   pip install pillow numpy tensorflow-cpu && python test/images/make-fixtures.py > test/images/fixtures.json
import base64, io, json, struct, zlib
import numpy as np
import PIL
from PIL import Image
import tensorflow as tf

W, H = 13, 9
y, x = np.mgrid[0:H, 0:W]
rgb = np.stack([x * 19, y * 28, (x * 7 + y * 11)], -1).astype(np.uint8)
rng = np.random.default_rng(1)
noise = rng.integers(0, 256, (H, W, 4), dtype=np.uint8)
b64 = lambda data: base64.b64encode(bytes(data)).decode()


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def adam7(pixels):
    height, width, channels = pixels.shape
    raw = b''
    for x0, y0, dx, dy in [(0,0,8,8),(4,0,8,8),(0,4,4,8),(2,0,4,4),(0,2,2,4),(1,0,2,2),(0,1,1,2)]:
        part = pixels[y0::dy, x0::dx]
        if part.size:
            raw += b''.join(b'\0' + row.tobytes() for row in part)
    header = struct.pack('>IIBBBBB', width, height, 8, 2 if channels == 3 else 0, 0, 0, 1)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(raw)) + chunk(b'IEND', b'')


files = {
    'grey': saved(Image.fromarray(noise[..., 0]), 'PNG'),
    'grey of a gradient': saved(Image.fromarray(rgb[..., 2]), 'PNG'),
    'colours': saved(Image.fromarray(rgb), 'PNG'),
    'noise': saved(Image.fromarray(noise[..., :3]), 'PNG'),
    'transparent colours': saved(Image.fromarray(noise, 'RGBA'), 'PNG'),
    'transparent grey': saved(Image.fromarray(noise[..., :2], 'LA'), 'PNG'),
    'palette of 256': saved(Image.fromarray(rgb).quantize(200), 'PNG'),
    'palette of 4': saved(Image.fromarray(rgb).quantize(4), 'PNG', bits=2),
    'palette of 16': saved(Image.fromarray(rgb).quantize(16), 'PNG', bits=4),
    'black and white': saved(Image.fromarray(noise[..., 0]).convert('1'), 'PNG'),
    'grey of 16 bits': saved(Image.fromarray((noise[..., 0].astype(np.uint16) << 8) + noise[..., 1]), 'PNG'),
    'interlaced colours': adam7(noise[..., :3]),
    'interlaced grey': adam7(noise[..., :1]),
    'one pixel, interlaced': adam7(noise[:1, :1, :3]),
    'jpeg': saved(Image.fromarray(rgb), 'JPEG', quality=95, subsampling=0),
    'jpeg, chroma halved': saved(Image.fromarray(rgb), 'JPEG', quality=95, subsampling=2),
    'jpeg, progressive': saved(Image.fromarray(rgb), 'JPEG', quality=95, subsampling=0, progressive=True),
    'jpeg, grey': saved(Image.fromarray(rgb[..., 2]), 'JPEG', quality=95),
    'jpeg, restarts': saved(Image.fromarray(rgb), 'JPEG', quality=95, subsampling=0, restart_marker_blocks=1),
}
decoded = []
for name, data in files.items():
    grey = 'grey' in name or name == 'black and white'
    image = tf.io.decode_image(data, channels=1 if grey else 3).numpy()
    if not name.startswith(('grey of 16', 'transparent')):
        other = np.asarray(Image.open(io.BytesIO(data)).convert('L' if grey else 'RGB')).reshape(image.shape)
        if 'jpeg' in name:
            image = other  # TensorFlow's decoder is the quick one, unless it is asked for INTEGER_ACCURATE.
        assert (image == other).all(), name
    decoded.append({'name': name, 'file': b64(data), 'shape': image.shape, 'pixels': b64(image.tobytes())})
resized = []
for height, width in [(9, 13), (4, 5), (28, 28), (1, 1), (3, 40), (17, 2)]:
    values = tf.image.resize(noise[..., :3], [height, width], method='bilinear', antialias=False).numpy() / 255
    resized.append({'size': [height, width], 'values': np.round(values.astype(float), 6).ravel().tolist()})
grey = tf.image.rgb_to_grayscale(tf.constant(noise[..., :3], tf.float32)).numpy() / 255
cmyk = saved(Image.fromarray(noise, 'CMYK'), 'JPEG')
print(json.dumps({
    'versions': f'Pillow {PIL.__version__}, NumPy {np.__version__}, TensorFlow {tf.__version__}',
    'decoded': decoded, 'resized': resized,
    'grey': np.round(grey.astype(float), 4).ravel().tolist(), 'cmyk': b64(cmyk),
}))
