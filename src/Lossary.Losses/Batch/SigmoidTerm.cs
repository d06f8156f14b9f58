using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>
/// Each candidate is a question of its own, is it the query's or not: Σ of the logistic losses of a row.
/// </summary>
internal readonly struct SigmoidTerm(double scale, double bias) : IBatchTerm
{
    /// <inheritdoc/>
    public unsafe T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        T factor = T.CreateTruncating(scale);
        TensorPrimitives.Multiply(measures, factor, measures);
        TensorPrimitives.Add(measures, T.CreateTruncating(bias), measures);
        T own = measures[row];
        measures[row] = T.NegativeInfinity;
        double others;
        fixed (T* logits = measures)
        {
            others = Wide512<T>.IsAccelerated ? HotLoop.Run(new Loop<Wide512<T>, T>(logits, measures.Length))
                : Wide256<T>.IsAccelerated ? HotLoop.Run(new Loop<Wide256<T>, T>(logits, measures.Length))
                : HotLoop.Run(new Loop<Scalar<T>, T>(logits, measures.Length));
        }

        measures[row] = -RealFunctions.Sigmoid(-own);
        TensorPrimitives.Multiply(measures, factor, measures);
        return T.CreateTruncating(others + double.CreateTruncating(RealFunctions.Softplus(-own)));
    }

    /// <summary>Σ ln(1 + e^z), and σ(z) written over each z.</summary>
    private readonly unsafe ref struct Loop<TLane, T>(T* logits, int count) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            int whole = count & ~(TLane.Width - 1);
            double sum = 0;
            for (int i = 0; i < whole; i += TLane.Width)
            {
                sum += TLane.SumToDouble(TLane.Softplus(TLane.Load(ref *logits, i), out TLane sigmoid));
                TLane.Store(sigmoid, ref *logits, i);
            }

            if (whole < count)
            {
                TLane rest = TLane.LoadFirst(ref *logits, whole, count - whole, 0);
                sum += TLane.SumOfFirst(TLane.Softplus(rest, out TLane sigmoid), count - whole);
                TLane.StoreFirst(sigmoid, ref *logits, whole, count - whole);
            }

            return sum;
        }
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.Shift(tape.Scale(measures, scale), bias);
        Tensor<T> own = BatchSteps.Choice(tape, measures.Shape, (i, j) => i == j);
        Tensor<T> signed = tape.Where(own, tape.Negate(logits), logits);
        return tape.Sum(tape.Activate(signed, Activation.Softplus()), [1]);
    }
}
