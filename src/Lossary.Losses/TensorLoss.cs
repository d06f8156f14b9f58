using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Lossary.Losses;

/// <summary>Plain ways to use a loss struct on tensors of System.Numerics.Tensors, of any rank.</summary>
public static class TensorLoss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, ISampleLoss<TLoss>
    {
        /// <summary>The mean loss over all elements.</summary>
        /// <param name="predictions">Any shape; raw, before any link; dense.</param>
        /// <param name="targets">The same shape; dense.</param>
        /// <returns>0 for an empty tensor.</returns>
        /// <exception cref="ArgumentException">Shapes differ, or a tensor is not dense.</exception>
        public double Mean<T>(in ReadOnlyTensorSpan<T> predictions, in ReadOnlyTensorSpan<T> targets)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            SameShape(predictions.Lengths, targets.Lengths, nameof(targets));
            return loss.Mean(Elements(predictions, nameof(predictions)), Elements(targets, nameof(targets)));
        }

        /// <summary>The mean loss over all elements; writes the gradient of that mean.</summary>
        /// <param name="predictions">Any shape; raw, before any link; dense.</param>
        /// <param name="targets">The same shape; dense.</param>
        /// <param name="gradient">The same shape; dense; may be the predictions themselves.</param>
        /// <returns>0 for an empty tensor.</returns>
        /// <exception cref="ArgumentException">Shapes differ, or a tensor is not dense.</exception>
        public double Mean<T>(
            in ReadOnlyTensorSpan<T> predictions, in ReadOnlyTensorSpan<T> targets, in TensorSpan<T> gradient)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            SameShape(predictions.Lengths, targets.Lengths, nameof(targets));
            SameShape(predictions.Lengths, gradient.Lengths, nameof(gradient));
            return loss.Mean(
                Elements(predictions, nameof(predictions)),
                Elements(targets, nameof(targets)),
                Writable(gradient, nameof(gradient)));
        }
    }

    private static ReadOnlySpan<T> Elements<T>(in ReadOnlyTensorSpan<T> tensor, string name)
    {
        RefuseSparse(tensor.IsDense, name);
        return tensor.FlattenedLength == 0
            ? []
            : MemoryMarshal.CreateReadOnlySpan(in tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));
    }

    private static Span<T> Writable<T>(in TensorSpan<T> tensor, string name)
    {
        RefuseSparse(tensor.IsDense, name);
        return tensor.FlattenedLength == 0
            ? []
            : MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));
    }

    private static void RefuseSparse(bool isDense, string name)
    {
        if (!isDense)
        {
            throw new ArgumentException(
                $"{name} must be dense, but has strides that skip or repeat elements: copy it first.", name);
        }
    }

    private static void SameShape(ReadOnlySpan<nint> expected, ReadOnlySpan<nint> found, string name)
    {
        if (!expected.SequenceEqual(found))
        {
            throw new ArgumentException($"{name} has shape {Shape(found)}, predictions has {Shape(expected)}.", name);
        }
    }

    private static string Shape(ReadOnlySpan<nint> lengths) => $"[{string.Join(", ", lengths.ToArray())}]";
}
