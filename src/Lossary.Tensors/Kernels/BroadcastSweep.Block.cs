using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <content>Rows at even distances, lane by lane.</content>
internal static unsafe partial class BroadcastSweep
{
    private static void RunBlock<T, TFormula>(in Block<T, TFormula> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
    {
        if (block.IsDense)
        {
            RunLanes<T, TFormula, EveryStepOne>(in block);
        }
        else
        {
            RunLanes<T, TFormula, AnyStep>(in block);
        }
    }

    private static void RunLanes<T, TFormula, TSteps>(in Block<T, TFormula> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
        where TSteps : struct, ISteps
    {
        if (Wide512<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide512<T>, T, TFormula, TSteps>(in block));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide256<T>, T, TFormula, TSteps>(in block));
        }
        else
        {
            HotLoop.Run(new Loop<Scalar<T>, T, TFormula, TSteps>(in block));
        }
    }

    /// <summary>Whether operands may stand still within a row: a constant for the JIT.</summary>
    private interface ISteps
    {
        static abstract bool AreOne { get; }
    }

    private readonly struct EveryStepOne : ISteps
    {
        public static bool AreOne
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => true;
        }
    }

    private readonly struct AnyStep : ISteps
    {
        public static bool AreOne
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => false;
        }
    }

    private readonly struct Block<T, TFormula>(
        TFormula formula, bool accumulate, T* x, T* y, T* z, T* output,
        BroadcastPlan.Offsets steps, BroadcastPlan.Offsets strides, int rows, int count, int outputStride)
        where T : unmanaged
        where TFormula : struct, IBroadcastFormula
    {
        public readonly TFormula Formula = formula;
        public readonly bool Accumulate = accumulate;
        public readonly T* X = x;
        public readonly T* Y = y;
        public readonly T* Z = z;
        public readonly T* Output = output;
        public readonly nint XStep = steps.X;
        public readonly nint YStep = steps.Y;
        public readonly nint ZStep = steps.Z;
        public readonly nint XStride = strides.X;
        public readonly nint YStride = strides.Y;
        public readonly nint ZStride = strides.Z;
        public readonly nint Rows = rows;
        public readonly nint Count = count;
        public readonly nint OutputStride = outputStride;

        /// <summary>True where every operand that is read moves on from element to element.</summary>
        public bool IsDense =>
            ((TFormula.Reads & Operands.X) == 0 || XStep == 1)
            && ((TFormula.Reads & Operands.Y) == 0 || YStep == 1)
            && ((TFormula.Reads & Operands.Z) == 0 || ZStep == 1);
    }

    private readonly struct Loop<TLane, T, TFormula, TSteps>(in Block<T, TFormula> block) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TFormula : struct, IBroadcastFormula
        where TSteps : struct, ISteps
    {
        private readonly Block<T, TFormula> _block = block;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _block.Rows; row++)
            {
                T* x = _block.X + (row * _block.XStride), y = _block.Y + (row * _block.YStride);
                T* z = _block.Z + (row * _block.ZStride), output = _block.Output + (row * _block.OutputStride);
                for (nint i = 0; i < _block.Count; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _block.Count - i);
                    TLane value = _block.Formula.Value(
                        (TFormula.Reads & Operands.X) == 0 ? default : Read(x, _block.XStep, i, left),
                        (TFormula.Reads & Operands.Y) == 0 ? default : Read(y, _block.YStep, i, left),
                        (TFormula.Reads & Operands.Z) == 0 ? default : Read(z, _block.ZStep, i, left));
                    if (_block.Accumulate)
                    {
                        value += Read(output, 1, i, left);
                    }

                    if (left == TLane.Width)
                    {
                        TLane.Store(value, ref *output, i);
                    }
                    else
                    {
                        TLane.StoreFirst(value, ref *output, i, left);
                    }
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Read(T* from, nint step, nint at, int count)
        {
            if (!TSteps.AreOne && step == 0)
            {
                return TLane.Spread(*from);
            }

            return count == TLane.Width ? TLane.Load(in *from, at) : TLane.LoadFirst(in *from, at, count, default);
        }
    }
}
