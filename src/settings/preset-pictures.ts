/** Written by scripts/write-preset-pictures.ts from the presets' recordings: read with pictureOf. */
export const PRESET_PICTURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  first: { alone: 'ffffffffce64642217120a09070606050505050505050505' },
  'kou-1': { alone: 'ff85371e140f0b0909080707070606060606060606060606' },
  'kou-1-small': { alone: 'ff0505050505050505050505050505050505050505050505' },
  'kou-4-leaky': { alone: 'ffffff97807363594e463c342d26201b16120e0b08050200' },
  'kou-4-relu': { alone: 'ffffff4e25190f0a0603000001020507090b0d0f11121314' },
  'kou-5-relu': { alone: 'fffffffffefdf9f5eddcae8563473428201b171514131212' },
  'kou-5-leaky': { alone: 'fffffffffffffefbd5ac704a302016100d0b0a0a09090909' },
  'frei-1': { alone: 'fffffffffff7b580472d20130d0906050403030202020202' },
  'frei-5-default': { alone: 'ffffffffffffffffffffffffffffffffffffffffffffffff' },
  'frei-5-small': { alone: 'ffffffa0a04325190e0a0705040303020202020201010101' },
  'frei-xor': { alone: 'ffffff131309060504040303030303030303030303030303' },
  'frei-xor-low': { alone: 'ffffffff5835352a28272626262626262627272728282829' },
  'meng-0.5': {
    none: '83938e8e8f8f8f8f8f8f8e8f8f8e8e8e8e8e8e8e8e8e8e8e',
    pegr: '83888fadd5e9fcffffffffffffffffffffffffffffffffff',
    fgr: '83938e8e8f8f8f8f8f8f8e8e8c8c8c8e8e8e8e8e8e8e8e8e',
  },
  'meng-0.1': {
    none: '83d1faffffffffffffffffffffffffffffffffffffffffff',
    pegr: '83d0faffffffffffffffffffffffffffffffffffffffffff',
    fgr: '83d0faffffffffffffffffffffffffffffffffffffffffff',
  },
  'meng-1': {
    none: '838f9190908f8f8f90909090909090919191919191919190',
    pegr: '838f8f94a6cce4f1fbffffffffffffffffffffffffffffff',
    fgr: '838f8f909093939393939393939393939391919191919191',
  },
  'meng-1.5': {
    none: '839191939393939393939393939391919191919191919191',
    pegr: '8388888a96adc3d0def5feffffffffffffffffffffffffff',
    fgr: '838e8c8c8c8c8c8c8c8c8e8e8e8b8b8b8b8b8b8b8b8b8a8a',
  },
  'meng-printed': {
    none: '8381818a8c8c8e8e8b8c8f8f8f9090909090909090909191',
    pegr: '838181878c8c8e8f8b8b8f8f8f9090909090909191919191',
    fgr: '8381818a8c8c8e8c8b8c8f8f8f9090909090909090909091',
  },
  'meng-t1': {
    none: '7d7577777777777777777777777777777777777777777777',
    pegr: '7d7d7d818fc8f9ffffffffffffffffffffffffffffffffff',
    fgr: '7d7978787878787878787878787878787878787878787878',
  },
  'digits-4-9': { alone: 'ff0d0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c' },
  'breast-cancer': { alone: 'ff1212121212121212121212121212121212121212121212' },
  'mnist-4-9': { alone: 'ff0505050505050505050505050505050505050505050505' },
};
