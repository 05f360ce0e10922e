(module
 (type $0 (func (param i32 i32 i32)))
 (type $1 (func (param i32 i32 i32 i32)))
 (type $2 (func (param i32 i32 i32 i32 i32 i32)))
 (type $3 (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
 (type $4 (func (param i32 i32 i32 i32 i32)))
 (type $5 (func (param i32 i32 f32 i32)))
 (type $6 (func (param i32 i32 i32 i32 i32 f32)))
 (type $7 (func (param i32 i32)))
 (type $8 (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32)))
 (type $9 (func (param i32 i32 i32 i32 i32 i32 i32 i32)))
 (type $10 (func (param i32 f32 i32)))
 (type $11 (func (param i32 i32 i32 i32 f32)))
 (type $12 (func (param i32 i32 i32 i32 i32 i32 i32)))
 (type $13 (func (param i32 i32 i32 i32 i32 f32 f32 f32 f32 f32)))
 (import "env" "memory" (memory $0 0))
 (export "pack" (func $pack))
 (export "multiply" (func $multiply))
 (export "fillRows" (func $fillRows))
 (export "copyRows" (func $copyRows))
 (export "addScaled" (func $addScaled))
 (export "rectify" (func $rectify))
 (export "rectifyBack" (func $rectifyBack))
 (export "normalise" (func $normalise))
 (export "scaleEach" (func $scaleEach))
 (export "addProducts" (func $addProducts))
 (export "addColumnSums" (func $addColumnSums))
 (export "drawMask" (func $drawMask))
 (export "exponent" (func $exponent))
 (export "lstmStep" (func $lstmStep))
 (export "lstmStepBack" (func $lstmStepBack))
 (export "adam" (func $adam))
 (export "average" (func $average))
 (export "packShort" (func $packShort))
 (export "toShort" (func $toShort))
 (export "multiplyShort" (func $multiplyShort))
 (export "memory" (memory $0))
 (func $toShort (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f32)
  (local $6 i32)
  (local $7 i32)
  (local $8 v128)
  (local $9 i32)
  (local $10 i32)
  local.get $5
  f32x4.splat
  local.set $8
  loop $for-loop|0
   local.get $3
   local.get $7
   i32.gt_s
   if
    local.get $1
    local.get $2
    local.get $7
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $9
    i32.const 0
    local.set $6
    loop $for-loop|1
     local.get $6
     local.get $4
     i32.const 2
     i32.shl
     i32.lt_u
     if
      local.get $0
      v128.const i32x4 0x46fffe00 0x46fffe00 0x46fffe00 0x46fffe00
      v128.const i32x4 0xc6fffe00 0xc6fffe00 0xc6fffe00 0xc6fffe00
      local.get $6
      local.get $9
      i32.add
      local.tee $10
      v128.load
      local.get $8
      f32x4.mul
      f32x4.pmax
      f32x4.pmin
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      i32x4.sub
      v128.const i32x4 0x46fffe00 0x46fffe00 0x46fffe00 0x46fffe00
      v128.const i32x4 0xc6fffe00 0xc6fffe00 0xc6fffe00 0xc6fffe00
      local.get $10
      v128.load offset=16
      local.get $8
      f32x4.mul
      f32x4.pmax
      f32x4.pmin
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      i32x4.sub
      i16x8.narrow_i32x4_s
      v128.store
      local.get $0
      i32.const 16
      i32.add
      local.set $0
      local.get $6
      i32.const 32
      i32.add
      local.set $6
      br $for-loop|1
     end
    end
    local.get $7
    i32.const 1
    i32.add
    local.set $7
    br $for-loop|0
   end
  end
 )
 (func $scaleEach (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i32)
  (local $4 i32)
  loop $for-loop|0
   local.get $3
   local.get $2
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $3
    i32.add
    local.tee $4
    local.get $4
    v128.load
    local.get $1
    local.get $3
    i32.add
    v128.load
    f32x4.mul
    v128.store
    local.get $3
    i32.const 16
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
 )
 (func $rectifyBack (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i32)
  (local $4 i32)
  loop $for-loop|0
   local.get $3
   local.get $2
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $3
    i32.add
    local.tee $4
    local.get $4
    v128.load
    local.get $1
    local.get $3
    i32.add
    v128.load
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    f32x4.gt
    v128.and
    v128.store
    local.get $3
    i32.const 16
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
 )
 (func $rectify (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  loop $for-loop|0
   local.get $2
   local.get $1
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $2
    i32.add
    local.tee $3
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    local.get $3
    v128.load
    f32x4.pmax
    v128.store
    local.get $2
    i32.const 16
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
 )
 (func $packShort (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  loop $for-loop|0
   local.get $3
   local.get $6
   i32.gt_s
   if
    i32.const 0
    local.set $4
    loop $for-loop|1
     local.get $2
     local.get $4
     i32.gt_s
     if
      i32.const 0
      local.set $5
      loop $for-loop|2
       local.get $5
       i32.const 8
       i32.lt_s
       if
        local.get $0
        local.get $1
        local.get $3
        local.get $4
        i32.mul
        local.get $6
        i32.add
        local.get $5
        i32.add
        i32.const 1
        i32.shl
        i32.add
        i32.load16_s
        i32.store16
        local.get $0
        local.get $1
        local.get $4
        i32.const 1
        i32.add
        local.get $3
        i32.mul
        local.get $6
        i32.add
        local.get $5
        i32.add
        i32.const 1
        i32.shl
        i32.add
        i32.load16_s
        i32.store16 offset=2
        local.get $0
        i32.const 4
        i32.add
        local.set $0
        local.get $5
        i32.const 1
        i32.add
        local.set $5
        br $for-loop|2
       end
      end
      local.get $4
      i32.const 2
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    local.get $6
    i32.const 8
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
 )
 (func $pack (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  loop $for-loop|0
   local.get $5
   local.get $8
   i32.gt_s
   if
    i32.const 8
    local.get $5
    local.get $8
    i32.sub
    local.tee $6
    local.get $6
    i32.const 8
    i32.ge_s
    select
    local.tee $9
    i32.const 8
    i32.eq
    local.get $3
    i32.const 1
    i32.eq
    i32.and
    if
     local.get $1
     local.get $8
     i32.const 2
     i32.shl
     i32.add
     local.set $6
     i32.const 0
     local.set $7
     loop $for-loop|1
      local.get $4
      local.get $7
      i32.gt_s
      if
       local.get $0
       local.get $6
       v128.load
       v128.store
       local.get $0
       local.get $6
       v128.load offset=16
       v128.store offset=16
       local.get $0
       i32.const 32
       i32.add
       local.set $0
       local.get $6
       local.get $2
       i32.const 2
       i32.shl
       i32.add
       local.set $6
       local.get $7
       i32.const 1
       i32.add
       local.set $7
       br $for-loop|1
      end
     end
    else
     i32.const 0
     local.set $7
     loop $for-loop|2
      local.get $4
      local.get $7
      i32.gt_s
      if
       i32.const 0
       local.set $6
       loop $for-loop|3
        local.get $6
        i32.const 8
        i32.lt_s
        if
         local.get $0
         local.get $6
         i32.const 2
         i32.shl
         i32.add
         local.get $6
         local.get $9
         i32.lt_s
         if (result f32)
          local.get $1
          local.get $2
          local.get $7
          i32.mul
          local.get $6
          local.get $8
          i32.add
          local.get $3
          i32.mul
          i32.add
          i32.const 2
          i32.shl
          i32.add
          f32.load
         else
          f32.const 0
         end
         f32.store
         local.get $6
         i32.const 1
         i32.add
         local.set $6
         br $for-loop|3
        end
       end
       local.get $0
       i32.const 32
       i32.add
       local.set $0
       local.get $7
       i32.const 1
       i32.add
       local.set $7
       br $for-loop|2
      end
     end
    end
    local.get $8
    i32.const 8
    i32.add
    local.set $8
    br $for-loop|0
   end
  end
 )
 (func $normalise (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32)
  (local $6 i32)
  (local $7 v128)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 v128)
  (local $12 i32)
  local.get $5
  i32.const 2
  i32.shl
  local.set $8
  loop $for-loop|0
   local.get $4
   local.get $9
   i32.gt_s
   if
    local.get $8
    local.get $9
    i32.mul
    local.tee $6
    local.get $1
    i32.add
    local.set $10
    local.get $0
    local.get $6
    i32.add
    local.set $12
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    local.set $7
    i32.const 0
    local.set $6
    loop $for-loop|1
     local.get $6
     local.get $8
     i32.lt_u
     if
      local.get $7
      local.get $6
      local.get $10
      i32.add
      v128.load
      f32x4.add
      local.set $7
      local.get $6
      i32.const 16
      i32.add
      local.set $6
      br $for-loop|1
     end
    end
    local.get $7
    f32x4.extract_lane 0
    local.get $7
    f32x4.extract_lane 1
    f32.add
    local.get $7
    f32x4.extract_lane 2
    local.get $7
    f32x4.extract_lane 3
    f32.add
    f32.add
    local.get $5
    f32.convert_i32_s
    f32.div
    f32x4.splat
    local.set $11
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    local.set $7
    i32.const 0
    local.set $6
    loop $for-loop|2
     local.get $6
     local.get $8
     i32.lt_u
     if
      local.get $7
      local.get $6
      local.get $10
      i32.add
      v128.load
      local.get $11
      f32x4.sub
      local.tee $7
      local.get $7
      f32x4.mul
      f32x4.add
      local.set $7
      local.get $6
      i32.const 16
      i32.add
      local.set $6
      br $for-loop|2
     end
    end
    f32.const 1
    local.get $7
    f32x4.extract_lane 0
    local.get $7
    f32x4.extract_lane 1
    f32.add
    local.get $7
    f32x4.extract_lane 2
    local.get $7
    f32x4.extract_lane 3
    f32.add
    f32.add
    local.get $5
    f32.convert_i32_s
    f32.div
    f32.const 9.999999747378752e-06
    f32.add
    f32.sqrt
    f32.div
    f32x4.splat
    local.set $7
    i32.const 0
    local.set $6
    loop $for-loop|3
     local.get $6
     local.get $8
     i32.lt_u
     if
      local.get $6
      local.get $12
      i32.add
      local.get $6
      local.get $10
      i32.add
      v128.load
      local.get $11
      f32x4.sub
      local.get $7
      f32x4.mul
      local.get $2
      local.get $6
      i32.add
      v128.load
      f32x4.mul
      local.get $3
      local.get $6
      i32.add
      v128.load
      f32x4.add
      v128.store
      local.get $6
      i32.const 16
      i32.add
      local.set $6
      br $for-loop|3
     end
    end
    local.get $9
    i32.const 1
    i32.add
    local.set $9
    br $for-loop|0
   end
  end
 )
 (func $multiplyShort (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32) (param $9 i32)
  (local $10 v128)
  (local $11 i32)
  (local $12 i32)
  (local $13 v128)
  (local $14 i32)
  (local $15 v128)
  (local $16 v128)
  (local $17 v128)
  (local $18 v128)
  (local $19 i32)
  (local $20 v128)
  (local $21 v128)
  (local $22 i32)
  (local $23 i32)
  (local $24 v128)
  (local $25 v128)
  (local $26 i32)
  (local $27 i32)
  (local $28 i32)
  (local $29 i32)
  (local $30 i32)
  (local $31 v128)
  (local $32 v128)
  (local $33 v128)
  local.get $3
  i32.const 1
  i32.shl
  local.set $23
  local.get $1
  i32.const 2
  i32.shl
  local.set $27
  local.get $8
  i32.const 1
  i32.shr_s
  local.set $12
  loop $for-loop|0
   local.get $7
   local.get $22
   i32.gt_s
   if
    local.get $4
    local.get $8
    local.get $22
    i32.mul
    i32.const 1
    i32.shl
    i32.add
    local.set $1
    local.get $5
    local.get $22
    i32.const 2
    i32.shl
    i32.add
    local.tee $3
    v128.load
    local.set $21
    local.get $3
    v128.load offset=16
    local.set $20
    i32.const 0
    local.set $28
    loop $for-loop|1
     local.get $28
     i32.const 4
     i32.add
     local.get $6
     i32.le_s
     if
      local.get $2
      local.get $23
      local.get $28
      i32.mul
      i32.add
      local.tee $14
      local.get $23
      i32.add
      local.tee $11
      local.get $23
      i32.add
      local.tee $19
      local.get $23
      i32.add
      local.set $26
      local.get $0
      local.get $27
      local.get $28
      i32.mul
      i32.add
      local.get $22
      i32.const 2
      i32.shl
      i32.add
      local.set $29
      local.get $1
      local.tee $3
      local.get $8
      i32.const 4
      i32.shl
      i32.add
      local.set $30
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $13
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $10
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $18
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $17
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $16
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $15
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $25
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $24
      loop $while-continue|2
       local.get $3
       local.get $30
       i32.lt_u
       if
        local.get $13
        local.get $14
        v128.load32_splat
        local.tee $31
        local.get $3
        v128.load
        local.tee $32
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $13
        local.get $10
        local.get $31
        local.get $3
        v128.load offset=16
        local.tee $31
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $10
        local.get $18
        local.get $11
        v128.load32_splat
        local.tee $33
        local.get $32
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $18
        local.get $17
        local.get $33
        local.get $31
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $17
        local.get $16
        local.get $19
        v128.load32_splat
        local.tee $33
        local.get $32
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $16
        local.get $15
        local.get $33
        local.get $31
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $15
        local.get $25
        local.get $26
        v128.load32_splat
        local.tee $33
        local.get $32
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $25
        local.get $24
        local.get $33
        local.get $31
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $24
        local.get $14
        i32.const 4
        i32.add
        local.set $14
        local.get $11
        i32.const 4
        i32.add
        local.set $11
        local.get $19
        i32.const 4
        i32.add
        local.set $19
        local.get $26
        i32.const 4
        i32.add
        local.set $26
        local.get $3
        i32.const 32
        i32.add
        local.set $3
        br $while-continue|2
       end
      end
      local.get $13
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $13
      local.get $29
      local.get $9
      if (result v128)
       local.get $29
       v128.load
       local.get $13
       f32x4.add
      else
       local.get $13
      end
      v128.store
      local.get $10
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $29
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $29
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $18
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $27
      local.get $29
      i32.add
      local.tee $3
      local.get $9
      if (result v128)
       local.get $3
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $17
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $27
      local.get $29
      i32.add
      local.tee $3
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $3
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $16
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $29
      local.get $27
      i32.const 1
      i32.shl
      i32.add
      local.tee $3
      local.get $9
      if (result v128)
       local.get $3
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $15
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $29
      local.get $27
      i32.const 1
      i32.shl
      i32.add
      local.tee $3
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $3
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $25
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $29
      local.get $27
      i32.const 3
      i32.mul
      i32.add
      local.tee $3
      local.get $9
      if (result v128)
       local.get $3
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $24
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $29
      local.get $27
      i32.const 3
      i32.mul
      i32.add
      local.tee $3
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $3
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $28
      i32.const 4
      i32.add
      local.set $28
      br $for-loop|1
     end
    end
    loop $for-loop|3
     local.get $28
     i32.const 2
     i32.add
     local.get $6
     i32.le_s
     if
      local.get $2
      local.get $23
      local.get $28
      i32.mul
      i32.add
      local.tee $19
      local.get $23
      i32.add
      local.set $26
      local.get $0
      local.get $27
      local.get $28
      i32.mul
      i32.add
      local.get $22
      i32.const 2
      i32.shl
      i32.add
      local.set $11
      local.get $1
      local.tee $3
      local.get $8
      i32.const 4
      i32.shl
      i32.add
      local.set $14
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $18
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $17
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $16
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $15
      loop $while-continue|4
       local.get $3
       local.get $14
       i32.lt_u
       if
        local.get $18
        local.get $19
        v128.load32_splat
        local.tee $10
        local.get $3
        v128.load
        local.tee $13
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $18
        local.get $17
        local.get $10
        local.get $3
        v128.load offset=16
        local.tee $10
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $17
        local.get $16
        local.get $26
        v128.load32_splat
        local.tee $24
        local.get $13
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $16
        local.get $15
        local.get $24
        local.get $10
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $15
        local.get $19
        i32.const 4
        i32.add
        local.set $19
        local.get $26
        i32.const 4
        i32.add
        local.set $26
        local.get $3
        i32.const 32
        i32.add
        local.set $3
        br $while-continue|4
       end
      end
      local.get $18
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $11
      local.get $9
      if (result v128)
       local.get $11
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $17
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $11
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $11
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $16
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $11
      local.get $27
      i32.add
      local.tee $3
      local.get $9
      if (result v128)
       local.get $3
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $15
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $11
      local.get $27
      i32.add
      local.tee $3
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $3
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $28
      i32.const 2
      i32.add
      local.set $28
      br $for-loop|3
     end
    end
    loop $for-loop|5
     local.get $6
     local.get $28
     i32.gt_s
     if
      local.get $2
      local.get $23
      local.get $28
      i32.mul
      i32.add
      local.set $26
      local.get $1
      local.set $3
      local.get $0
      local.get $27
      local.get $28
      i32.mul
      i32.add
      local.get $22
      i32.const 2
      i32.shl
      i32.add
      local.set $14
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $25
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $24
      i32.const 0
      local.set $11
      loop $for-loop|6
       local.get $11
       local.get $12
       i32.lt_s
       if
        local.get $25
        local.get $26
        v128.load32_splat
        local.tee $10
        local.get $3
        v128.load
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $25
        local.get $24
        local.get $10
        local.get $3
        v128.load offset=16
        i32x4.dot_i16x8_s
        i32x4.add
        local.set $24
        local.get $26
        i32.const 4
        i32.add
        local.set $26
        local.get $3
        i32.const 32
        i32.add
        local.set $3
        local.get $11
        i32.const 1
        i32.add
        local.set $11
        br $for-loop|6
       end
      end
      local.get $25
      f32x4.convert_i32x4_s
      local.get $21
      f32x4.mul
      local.set $10
      local.get $14
      local.get $9
      if (result v128)
       local.get $14
       v128.load
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $24
      f32x4.convert_i32x4_s
      local.get $20
      f32x4.mul
      local.set $10
      local.get $14
      i32.const 16
      i32.add
      local.get $9
      if (result v128)
       local.get $14
       v128.load offset=16
       local.get $10
       f32x4.add
      else
       local.get $10
      end
      v128.store
      local.get $28
      i32.const 1
      i32.add
      local.set $28
      br $for-loop|5
     end
    end
    local.get $22
    i32.const 8
    i32.add
    local.set $22
    br $for-loop|0
   end
  end
 )
 (func $multiply (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32) (param $9 i32)
  (local $10 v128)
  (local $11 v128)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 v128)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 v128)
  (local $20 v128)
  (local $21 v128)
  (local $22 v128)
  (local $23 v128)
  (local $24 i32)
  (local $25 i32)
  (local $26 v128)
  (local $27 i32)
  (local $28 i32)
  (local $29 i32)
  (local $30 v128)
  (local $31 v128)
  local.get $3
  i32.const 2
  i32.shl
  local.set $16
  local.get $4
  i32.const 2
  i32.shl
  local.set $17
  local.get $1
  i32.const 2
  i32.shl
  local.set $12
  loop $for-loop|0
   local.get $7
   local.get $18
   i32.gt_s
   if
    local.get $5
    local.get $8
    local.get $18
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $1
    i32.const 0
    local.set $4
    loop $for-loop|1
     local.get $4
     i32.const 4
     i32.add
     local.get $6
     i32.le_s
     if
      local.get $2
      local.get $4
      local.get $16
      i32.mul
      i32.add
      local.tee $13
      local.get $16
      i32.add
      local.tee $14
      local.get $16
      i32.add
      local.tee $24
      local.get $16
      i32.add
      local.set $25
      local.get $0
      local.get $4
      local.get $12
      i32.mul
      i32.add
      local.get $18
      i32.const 2
      i32.shl
      i32.add
      local.set $28
      local.get $1
      local.tee $3
      local.get $8
      i32.const 5
      i32.shl
      i32.add
      local.set $27
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $11
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $15
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $19
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $20
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $21
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $22
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $23
      local.get $9
      if (result v128)
       local.get $28
       v128.load offset=16
       local.set $11
       local.get $12
       local.get $28
       i32.add
       local.tee $29
       v128.load
       local.set $15
       local.get $29
       v128.load offset=16
       local.set $19
       local.get $28
       local.get $12
       i32.const 1
       i32.shl
       i32.add
       local.tee $29
       v128.load
       local.set $20
       local.get $29
       v128.load offset=16
       local.set $21
       local.get $28
       local.get $12
       i32.const 3
       i32.mul
       i32.add
       local.tee $29
       v128.load
       local.set $22
       local.get $29
       v128.load offset=16
       local.set $23
       local.get $28
       v128.load
      else
       v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      end
      local.set $10
      loop $while-continue|2
       local.get $3
       local.get $27
       i32.lt_u
       if
        local.get $10
        local.get $13
        v128.load32_splat
        local.tee $30
        local.get $3
        v128.load
        local.tee $26
        f32x4.mul
        f32x4.add
        local.set $10
        local.get $11
        local.get $30
        local.get $3
        v128.load offset=16
        local.tee $30
        f32x4.mul
        f32x4.add
        local.set $11
        local.get $15
        local.get $14
        v128.load32_splat
        local.tee $31
        local.get $26
        f32x4.mul
        f32x4.add
        local.set $15
        local.get $19
        local.get $31
        local.get $30
        f32x4.mul
        f32x4.add
        local.set $19
        local.get $20
        local.get $24
        v128.load32_splat
        local.tee $31
        local.get $26
        f32x4.mul
        f32x4.add
        local.set $20
        local.get $21
        local.get $31
        local.get $30
        f32x4.mul
        f32x4.add
        local.set $21
        local.get $22
        local.get $25
        v128.load32_splat
        local.tee $31
        local.get $26
        f32x4.mul
        f32x4.add
        local.set $22
        local.get $23
        local.get $31
        local.get $30
        f32x4.mul
        f32x4.add
        local.set $23
        local.get $13
        local.get $17
        i32.add
        local.set $13
        local.get $14
        local.get $17
        i32.add
        local.set $14
        local.get $17
        local.get $24
        i32.add
        local.set $24
        local.get $17
        local.get $25
        i32.add
        local.set $25
        local.get $3
        i32.const 32
        i32.add
        local.set $3
        br $while-continue|2
       end
      end
      local.get $28
      local.get $10
      v128.store
      local.get $28
      local.get $11
      v128.store offset=16
      local.get $12
      local.get $28
      i32.add
      local.tee $3
      local.get $15
      v128.store
      local.get $3
      local.get $19
      v128.store offset=16
      local.get $28
      local.get $12
      i32.const 1
      i32.shl
      i32.add
      local.tee $3
      local.get $20
      v128.store
      local.get $3
      local.get $21
      v128.store offset=16
      local.get $28
      local.get $12
      i32.const 3
      i32.mul
      i32.add
      local.tee $3
      local.get $22
      v128.store
      local.get $3
      local.get $23
      v128.store offset=16
      local.get $4
      i32.const 4
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    loop $for-loop|3
     local.get $4
     local.get $6
     i32.lt_s
     if
      local.get $2
      local.get $4
      local.get $16
      i32.mul
      i32.add
      local.set $13
      local.get $1
      local.set $3
      local.get $0
      local.get $4
      local.get $12
      i32.mul
      i32.add
      local.get $18
      i32.const 2
      i32.shl
      i32.add
      local.set $24
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.set $11
      local.get $9
      if (result v128)
       local.get $24
       v128.load offset=16
       local.set $11
       local.get $24
       v128.load
      else
       v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      end
      local.set $10
      i32.const 0
      local.set $14
      loop $for-loop|4
       local.get $8
       local.get $14
       i32.gt_s
       if
        local.get $10
        local.get $13
        v128.load32_splat
        local.tee $15
        local.get $3
        v128.load
        f32x4.mul
        f32x4.add
        local.set $10
        local.get $11
        local.get $15
        local.get $3
        v128.load offset=16
        f32x4.mul
        f32x4.add
        local.set $11
        local.get $13
        local.get $17
        i32.add
        local.set $13
        local.get $3
        i32.const 32
        i32.add
        local.set $3
        local.get $14
        i32.const 1
        i32.add
        local.set $14
        br $for-loop|4
       end
      end
      local.get $24
      local.get $10
      v128.store
      local.get $24
      local.get $11
      v128.store offset=16
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|3
     end
    end
    local.get $18
    i32.const 8
    i32.add
    local.set $18
    br $for-loop|0
   end
  end
 )
 (func $lstmStepBack (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32)
  (local $9 v128)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 v128)
  (local $14 v128)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 i32)
  (local $20 v128)
  (local $21 v128)
  (local $22 v128)
  (local $23 v128)
  (local $24 v128)
  local.get $8
  i32.const 2
  i32.shl
  local.set $10
  loop $for-loop|0
   local.get $6
   local.get $12
   i32.gt_s
   if
    local.get $0
    local.get $10
    local.get $12
    i32.mul
    local.tee $8
    i32.const 2
    i32.shl
    i32.add
    local.set $11
    local.get $1
    local.get $8
    i32.add
    local.set $17
    local.get $2
    local.get $8
    i32.add
    local.set $18
    local.get $3
    local.get $4
    local.get $12
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $19
    local.get $5
    local.get $8
    i32.add
    local.set $15
    local.get $7
    local.get $12
    i32.gt_s
    local.set $16
    i32.const 0
    local.set $8
    loop $for-loop|1
     local.get $8
     local.get $10
     i32.lt_u
     if
      local.get $8
      local.get $11
      i32.add
      v128.load
      local.set $9
      local.get $10
      local.get $11
      i32.add
      local.get $8
      i32.add
      v128.load
      local.set $13
      local.get $11
      local.get $10
      i32.const 3
      i32.mul
      i32.add
      local.get $8
      i32.add
      v128.load
      local.set $14
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $8
      local.get $18
      i32.add
      v128.load
      local.tee $20
      local.get $20
      f32x4.add
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $21
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $22
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $23
      local.get $8
      local.get $15
      i32.add
      v128.load
      local.get $8
      local.get $19
      i32.add
      v128.load
      local.tee $20
      local.get $11
      local.get $10
      i32.const 1
      i32.shl
      i32.add
      local.get $8
      i32.add
      v128.load
      local.tee $24
      f32x4.mul
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $21
      local.get $23
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $23
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $21
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $21
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $21
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $21
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $21
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $21
      f32x4.mul
      local.get $21
      f32x4.mul
      local.get $21
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $22
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $21
      local.get $21
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.sub
      local.tee $21
      local.get $21
      f32x4.mul
      f32x4.sub
      f32x4.mul
      f32x4.add
      local.set $22
      local.get $16
      if (result v128)
       local.get $8
       local.get $17
       i32.add
       v128.load
      else
       v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      end
      local.set $23
      local.get $8
      local.get $11
      i32.add
      local.get $22
      local.get $14
      f32x4.mul
      local.get $9
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      local.get $9
      f32x4.sub
      f32x4.mul
      f32x4.mul
      v128.store
      local.get $10
      local.get $11
      i32.add
      local.get $8
      i32.add
      local.get $22
      local.get $23
      f32x4.mul
      local.get $13
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      local.get $13
      f32x4.sub
      f32x4.mul
      f32x4.mul
      v128.store
      local.get $11
      local.get $10
      i32.const 1
      i32.shl
      i32.add
      local.get $8
      i32.add
      local.get $20
      local.get $21
      f32x4.mul
      local.get $24
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      local.get $24
      f32x4.sub
      f32x4.mul
      f32x4.mul
      v128.store
      local.get $11
      local.get $10
      i32.const 3
      i32.mul
      i32.add
      local.get $8
      i32.add
      local.get $22
      local.get $9
      f32x4.mul
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      local.get $14
      local.get $14
      f32x4.mul
      f32x4.sub
      f32x4.mul
      v128.store
      local.get $8
      local.get $15
      i32.add
      local.get $22
      local.get $13
      f32x4.mul
      v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
      local.get $16
      select
      v128.store
      local.get $8
      i32.const 16
      i32.add
      local.set $8
      br $for-loop|1
     end
    end
    local.get $12
    i32.const 1
    i32.add
    local.set $12
    br $for-loop|0
   end
  end
 )
 (func $lstmStep (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32)
  (local $8 v128)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 v128)
  (local $20 v128)
  (local $21 i32)
  (local $22 v128)
  (local $23 v128)
  (local $24 v128)
  (local $25 v128)
  (local $26 v128)
  (local $27 v128)
  (local $28 v128)
  (local $29 v128)
  (local $30 v128)
  local.get $7
  i32.const 2
  i32.shl
  local.set $9
  loop $for-loop|0
   local.get $5
   local.get $10
   i32.gt_s
   if
    local.get $0
    local.get $9
    local.get $10
    i32.mul
    local.tee $7
    i32.const 2
    i32.shl
    i32.add
    local.set $11
    local.get $1
    local.get $7
    i32.add
    local.set $12
    local.get $2
    local.get $7
    i32.add
    local.set $13
    local.get $3
    local.get $4
    local.get $10
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $14
    local.get $6
    local.get $10
    i32.gt_s
    local.set $15
    i32.const 0
    local.set $7
    loop $for-loop|1
     local.get $7
     local.get $9
     i32.lt_u
     if
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $9
      local.get $11
      i32.add
      local.get $7
      i32.add
      local.tee $16
      v128.load
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $26
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $22
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $23
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $11
      local.get $9
      i32.const 1
      i32.shl
      i32.add
      local.get $7
      i32.add
      local.tee $17
      v128.load
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $27
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $8
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $28
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $11
      local.get $9
      i32.const 3
      i32.mul
      i32.add
      local.get $7
      i32.add
      local.tee $18
      v128.load
      local.tee $19
      local.get $19
      f32x4.add
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $19
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $20
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $29
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $7
      local.get $11
      i32.add
      local.tee $21
      v128.load
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $24
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $25
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $30
      local.get $21
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $24
      local.get $30
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $30
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $24
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $24
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $24
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $24
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $24
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $24
      f32x4.mul
      local.get $24
      f32x4.mul
      local.get $24
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $25
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $24
      v128.store
      local.get $16
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $26
      local.get $23
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $23
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $23
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $23
      f32x4.mul
      local.get $23
      f32x4.mul
      local.get $23
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $22
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $22
      v128.store
      local.get $17
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $27
      local.get $28
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $28
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $23
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $23
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $23
      f32x4.mul
      local.get $23
      f32x4.mul
      local.get $23
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $8
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $23
      v128.store
      local.get $18
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $19
      local.get $29
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $29
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $8
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $8
      f32x4.mul
      local.get $8
      f32x4.mul
      local.get $8
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $20
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $8
      local.get $8
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.sub
      local.tee $8
      v128.store
      local.get $24
      local.get $8
      f32x4.mul
      local.set $8
      local.get $15
      if
       local.get $8
       local.get $22
       local.get $7
       local.get $12
       i32.add
       v128.load
       f32x4.mul
       f32x4.add
       local.set $8
      end
      local.get $7
      local.get $13
      i32.add
      local.get $8
      v128.store
      v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
      v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
      local.get $8
      local.get $8
      f32x4.add
      f32x4.neg
      f32x4.pmax
      f32x4.pmin
      local.tee $8
      v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
      f32x4.mul
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.add
      local.tee $19
      v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
      f32x4.sub
      local.set $20
      local.get $7
      local.get $14
      i32.add
      local.get $23
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
      local.get $8
      local.get $20
      v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
      f32x4.mul
      f32x4.sub
      local.get $20
      v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
      f32x4.mul
      f32x4.sub
      local.tee $8
      f32x4.mul
      v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
      f32x4.add
      local.get $8
      f32x4.mul
      v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
      f32x4.add
      local.get $8
      f32x4.mul
      local.get $8
      f32x4.mul
      local.get $8
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.add
      local.get $19
      v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.add
      f32x4.div
      local.tee $8
      local.get $8
      f32x4.add
      v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
      f32x4.sub
      f32x4.mul
      v128.store
      local.get $7
      i32.const 16
      i32.add
      local.set $7
      br $for-loop|1
     end
    end
    local.get $10
    i32.const 1
    i32.add
    local.set $10
    br $for-loop|0
   end
  end
 )
 (func $fillRows (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  loop $for-loop|0
   local.get $3
   local.get $6
   i32.gt_s
   if
    local.get $0
    local.get $1
    local.get $6
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $7
    i32.const 0
    local.set $5
    loop $for-loop|1
     local.get $5
     local.get $4
     i32.const 2
     i32.shl
     i32.lt_u
     if
      local.get $5
      local.get $7
      i32.add
      local.get $2
      local.get $5
      i32.add
      v128.load
      v128.store
      local.get $5
      i32.const 16
      i32.add
      local.set $5
      br $for-loop|1
     end
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
 )
 (func $exponent (param $0 i32) (param $1 f32) (param $2 i32)
  (local $3 v128)
  (local $4 i32)
  (local $5 i32)
  (local $6 v128)
  (local $7 v128)
  (local $8 v128)
  local.get $1
  f32x4.splat
  local.set $3
  loop $for-loop|0
   local.get $4
   local.get $2
   i32.const 2
   i32.shl
   i32.lt_u
   if
    v128.const i32x4 0x42ae0000 0x42ae0000 0x42ae0000 0x42ae0000
    v128.const i32x4 0xc2ae0000 0xc2ae0000 0xc2ae0000 0xc2ae0000
    local.get $0
    local.get $4
    i32.add
    local.tee $5
    v128.load
    local.get $3
    f32x4.sub
    f32x4.pmax
    f32x4.pmin
    local.tee $7
    v128.const i32x4 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b 0x3fb8aa3b
    f32x4.mul
    v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
    f32x4.add
    local.tee $6
    v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000
    f32x4.sub
    local.set $8
    local.get $5
    v128.const i32x4 0x39506967 0x39506967 0x39506967 0x39506967
    local.get $7
    local.get $8
    v128.const i32x4 0x3f318000 0x3f318000 0x3f318000 0x3f318000
    f32x4.mul
    f32x4.sub
    local.get $8
    v128.const i32x4 0xb95e8083 0xb95e8083 0xb95e8083 0xb95e8083
    f32x4.mul
    f32x4.sub
    local.tee $7
    f32x4.mul
    v128.const i32x4 0x3ab743ce 0x3ab743ce 0x3ab743ce 0x3ab743ce
    f32x4.add
    local.get $7
    f32x4.mul
    v128.const i32x4 0x3c088908 0x3c088908 0x3c088908 0x3c088908
    f32x4.add
    local.get $7
    f32x4.mul
    v128.const i32x4 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1 0x3d2aa9c1
    f32x4.add
    local.get $7
    f32x4.mul
    v128.const i32x4 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa 0x3e2aaaaa
    f32x4.add
    local.get $7
    f32x4.mul
    v128.const i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000
    f32x4.add
    local.get $7
    f32x4.mul
    local.get $7
    f32x4.mul
    local.get $7
    f32x4.add
    v128.const i32x4 0x3f800000 0x3f800000 0x3f800000 0x3f800000
    f32x4.add
    local.get $6
    v128.const i32x4 0x0000007f 0x0000007f 0x0000007f 0x0000007f
    i32x4.add
    i32.const 23
    i32x4.shl
    f32x4.mul
    v128.store
    local.get $4
    i32.const 16
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
 )
 (func $drawMask (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f32)
  (local $5 v128)
  (local $6 i32)
  (local $7 v128)
  (local $8 v128)
  (local $9 v128)
  local.get $2
  i32x4.splat
  v128.const i32x4 0x6d2b79f5 0xda56f3ea 0x47826ddf 0xb4ade7d4
  i32x4.add
  local.set $5
  local.get $3
  i32x4.splat
  local.set $7
  local.get $4
  f32x4.splat
  local.set $8
  loop $for-loop|0
   local.get $6
   local.get $1
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $6
    i32.add
    local.get $8
    local.get $5
    local.get $5
    i32.const 15
    i32x4.shr_u
    v128.xor
    local.get $5
    v128.const i32x4 0x00000001 0x00000001 0x00000001 0x00000001
    v128.or
    i32x4.mul
    local.tee $9
    local.get $9
    local.get $9
    local.get $9
    i32.const 7
    i32x4.shr_u
    v128.xor
    local.get $9
    v128.const i32x4 0x0000003d 0x0000003d 0x0000003d 0x0000003d
    v128.or
    i32x4.mul
    i32x4.add
    v128.xor
    local.tee $9
    local.get $9
    i32.const 14
    i32x4.shr_u
    v128.xor
    local.get $7
    i32x4.lt_u
    v128.andnot
    v128.store
    local.get $5
    v128.const i32x4 0xb4ade7d4 0xb4ade7d4 0xb4ade7d4 0xb4ade7d4
    i32x4.add
    local.set $5
    local.get $6
    i32.const 16
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
 )
 (func $copyRows (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $6
  i32.const 2
  i32.shl
  local.set $8
  loop $for-loop|0
   local.get $5
   local.get $7
   i32.gt_s
   if
    local.get $0
    local.get $1
    local.get $7
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $9
    local.get $2
    local.get $4
    if (result i32)
     local.get $4
     local.get $7
     i32.const 2
     i32.shl
     i32.add
     i32.load
    else
     local.get $7
    end
    local.tee $6
    local.get $3
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $10
    local.get $6
    i32.const 0
    i32.lt_s
    if
     i32.const 0
     local.set $6
     loop $for-loop|1
      local.get $6
      local.get $8
      i32.lt_u
      if
       local.get $6
       local.get $9
       i32.add
       v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
       v128.store
       local.get $6
       i32.const 16
       i32.add
       local.set $6
       br $for-loop|1
      end
     end
    else
     i32.const 0
     local.set $6
     loop $for-loop|2
      local.get $6
      local.get $8
      i32.lt_u
      if
       local.get $6
       local.get $9
       i32.add
       local.get $6
       local.get $10
       i32.add
       v128.load
       v128.store
       local.get $6
       i32.const 16
       i32.add
       local.set $6
       br $for-loop|2
      end
     end
    end
    local.get $7
    i32.const 1
    i32.add
    local.set $7
    br $for-loop|0
   end
  end
 )
 (func $average (param $0 i32) (param $1 i32) (param $2 f32) (param $3 i32)
  (local $4 i32)
  (local $5 v128)
  (local $6 v128)
  (local $7 i32)
  local.get $2
  f32x4.splat
  local.set $5
  f32.const 1
  local.get $2
  f32.sub
  f32x4.splat
  local.set $6
  loop $for-loop|0
   local.get $4
   local.get $3
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $4
    i32.add
    local.tee $7
    local.get $7
    v128.load
    local.get $5
    f32x4.mul
    local.get $1
    local.get $4
    i32.add
    v128.load
    local.get $6
    f32x4.mul
    f32x4.add
    v128.store
    local.get $4
    i32.const 16
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
 )
 (func $addScaled (param $0 i32) (param $1 i32) (param $2 f32) (param $3 i32)
  (local $4 i32)
  (local $5 v128)
  (local $6 i32)
  local.get $2
  f32x4.splat
  local.set $5
  loop $for-loop|0
   local.get $4
   local.get $3
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $4
    i32.add
    local.tee $6
    local.get $6
    v128.load
    local.get $1
    local.get $4
    i32.add
    v128.load
    local.get $5
    f32x4.mul
    f32x4.add
    v128.store
    local.get $4
    i32.const 16
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
 )
 (func $addProducts (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  (local $5 i32)
  loop $for-loop|0
   local.get $4
   local.get $3
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $0
    local.get $4
    i32.add
    local.tee $5
    local.get $5
    v128.load
    local.get $1
    local.get $4
    i32.add
    v128.load
    local.get $2
    local.get $4
    i32.add
    v128.load
    f32x4.mul
    f32x4.add
    v128.store
    local.get $4
    i32.const 16
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
 )
 (func $addColumnSums (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  loop $for-loop|0
   local.get $3
   local.get $6
   i32.gt_s
   if
    local.get $1
    local.get $2
    local.get $6
    i32.mul
    i32.const 2
    i32.shl
    i32.add
    local.set $7
    i32.const 0
    local.set $5
    loop $for-loop|1
     local.get $5
     local.get $4
     i32.const 2
     i32.shl
     i32.lt_u
     if
      local.get $0
      local.get $5
      i32.add
      local.tee $8
      local.get $8
      v128.load
      local.get $5
      local.get $7
      i32.add
      v128.load
      f32x4.add
      v128.store
      local.get $5
      i32.const 16
      i32.add
      local.set $5
      br $for-loop|1
     end
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
 )
 (func $adam (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f32) (param $6 f32) (param $7 f32) (param $8 f32) (param $9 f32)
  (local $10 i32)
  (local $11 v128)
  (local $12 v128)
  (local $13 v128)
  (local $14 v128)
  (local $15 v128)
  (local $16 v128)
  (local $17 v128)
  (local $18 v128)
  (local $19 i32)
  (local $20 i32)
  (local $21 i32)
  (local $22 v128)
  local.get $7
  f32x4.splat
  local.set $12
  f32.const 1
  local.get $7
  f32.sub
  f32x4.splat
  local.set $13
  local.get $8
  f32x4.splat
  local.set $14
  f32.const 1
  local.get $8
  f32.sub
  f32x4.splat
  local.set $15
  local.get $5
  f32x4.splat
  local.set $16
  local.get $6
  f32x4.splat
  local.set $17
  local.get $9
  f32x4.splat
  local.set $18
  loop $for-loop|0
   local.get $10
   local.get $4
   i32.const 2
   i32.shl
   i32.lt_u
   if
    local.get $2
    local.get $10
    i32.add
    local.tee $20
    v128.load
    local.get $12
    f32x4.mul
    local.get $1
    local.get $10
    i32.add
    local.tee $21
    v128.load
    local.get $16
    f32x4.mul
    local.tee $22
    local.get $13
    f32x4.mul
    f32x4.add
    local.set $11
    local.get $3
    local.get $10
    i32.add
    local.tee $19
    v128.load
    local.get $14
    f32x4.mul
    local.get $22
    local.get $22
    f32x4.mul
    local.get $15
    f32x4.mul
    f32x4.add
    local.set $22
    local.get $20
    local.get $11
    v128.store
    local.get $19
    local.get $22
    v128.store
    local.get $21
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    v128.store
    local.get $0
    local.get $10
    i32.add
    local.tee $19
    local.get $19
    v128.load
    local.get $11
    local.get $17
    f32x4.mul
    local.get $22
    local.get $18
    f32x4.mul
    f32x4.sqrt
    v128.const i32x4 0x322bcc77 0x322bcc77 0x322bcc77 0x322bcc77
    f32x4.add
    f32x4.div
    f32x4.sub
    v128.store
    local.get $10
    i32.const 16
    i32.add
    local.set $10
    br $for-loop|0
   end
  end
 )
)
