using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Losses;

/// <summary>
/// Consecutive rows of a checked batch, pinned: where a sweep reads and writes. Null pointers are absent.
/// </summary>
internal unsafe struct ClassRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Shape [rows, classes].</summary>
    public T* Scores;

    /// <summary>Shape [rows], or null.</summary>
    public int* Targets;

    /// <summary>Shape [rows, classes], or null.</summary>
    public T* Shares;

    /// <summary>Shape [classes], or null.</summary>
    public T* ClassWeights;

    /// <summary>Shape [rows], or null.</summary>
    public T* Weights;

    /// <summary>Shape [rows], or null.</summary>
    public bool* Mask;

    /// <summary>Shape [rows], or null.</summary>
    public T* Values;

    /// <summary>Shape [rows, classes], or null; may be <see cref="Scores"/>.</summary>
    public T* Gradient;

    /// <summary>Shape [rows, classes], or null; apart from <see cref="Scores"/>.</summary>
    public T* Curvature;

    /// <summary>The number of rows.</summary>
    public int Count;

    /// <summary>The number of classes.</summary>
    public int Classes;

    /// <summary>A target that leaves its row out.</summary>
    public int IgnoredClass;

    /// <summary>What the gradient of a row's loss is multiplied by for the reduction.</summary>
    public double Scale;

    /// <summary>The rows from <paramref name="first"/> on.</summary>
    public readonly ClassRows<T> Slice(int first, int count)
    {
        nint start = (nint)first * Classes;
        ClassRows<T> rows = this;
        rows.Count = count;
        rows.Scores = Scores + start;
        rows.Targets = Targets == null ? null : Targets + first;
        rows.Shares = Shares == null ? null : Shares + start;
        rows.Weights = Weights == null ? null : Weights + first;
        rows.Mask = Mask == null ? null : Mask + first;
        rows.Values = Values == null ? null : Values + first;
        rows.Gradient = Gradient == null ? null : Gradient + start;
        rows.Curvature = Curvature == null ? null : Curvature + start;
        return rows;
    }

    /// <summary>The weight of a row; 0 where mask, weight or ignored class leave it out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Weight(int row)
    {
        bool isOut = (Mask != null && !Mask[row]) || (Targets != null && Targets[row] == IgnoredClass);
        return isOut ? T.Zero : Weights == null ? T.One : Weights[row];
    }

    /// <summary>The weight and the target of a row whose target is a class number; false where it is out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryWeigh(int row, out T weight, out int target)
    {
        weight = Weight(row);
        target = weight == T.Zero ? -1 : Targets[row];
        if (target >= 0 && ClassWeights != null)
        {
            weight *= ClassWeights[target];
            target = weight == T.Zero ? -1 : target;
        }

        return target >= 0;
    }

    /// <summary>Writes what a row gets that is out: loss 0, gradient 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Leave(int row)
    {
        if (Values != null)
        {
            Values[row] = T.Zero;
        }

        if (Gradient != null)
        {
            new Span<T>(Gradient + ((nint)row * Classes), Classes).Clear();
        }
    }

    /// <summary>Writes a row's loss, and the gradient at its target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Take(int row, int target, T value, T slopeAtTarget)
    {
        if (Values != null)
        {
            Values[row] = value;
        }

        if (Gradient != null)
        {
            Gradient[((nint)row * Classes) + target] = slopeAtTarget;
        }
    }
}
