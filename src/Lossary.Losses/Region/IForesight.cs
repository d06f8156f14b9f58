using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What the gradient by an image's counts will be, as soon as these are known.</summary>
internal interface IForesight
{
    /// <summary>False where it cannot be known.</summary>
    bool IsAny { get; }

    /// <summary>The gradient by true positives, false positives and false negatives of one image and class.</summary>
    void Slopes<T>(T truePositives, T falsePositives, T falseNegatives, Span<T> slopes)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Of counts that anything may be made of.</summary>
internal readonly struct NoForesight : IForesight
{
    /// <inheritdoc/>
    public bool IsAny => false;

    /// <inheritdoc/>
    public void Slopes<T>(T truePositives, T falsePositives, T falseNegatives, Span<T> slopes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }
}

/// <summary>Of counts that a formula makes the terms of.</summary>
/// <param name="formula">The formula.</param>
/// <param name="upstream">The gradient by each term, where it is known already.</param>
internal readonly struct FormulaForesight<TFormula>(TFormula formula, double? upstream) : IForesight
    where TFormula : struct, ISampleFormula
{
    /// <inheritdoc/>
    public bool IsAny => upstream is not null;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Slopes<T>(T truePositives, T falsePositives, T falseNegatives, Span<T> slopes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T factor = T.CreateTruncating(upstream.GetValueOrDefault());
        ReadOnlySpan<T> counts = [truePositives, falsePositives, falseNegatives];
        FormulaSlots<Dual<Scalar<T>>> slots = default;
        Span<Dual<Scalar<T>>> numbers = ((Span<Dual<Scalar<T>>>)slots)[..counts.Length];
        for (int k = 0; k < counts.Length; k++)
        {
            numbers[k] = Dual<Scalar<T>>.Fixed(Scalar<T>.Spread(counts[k]));
        }

        for (int k = 0; k < counts.Length; k++)
        {
            numbers[k] = Dual<Scalar<T>>.Variable(numbers[k].Value);
            Dual<Scalar<T>> term = formula.Value<Dual<Scalar<T>>>(numbers);
            numbers[k] = Dual<Scalar<T>>.Fixed(numbers[k].Value);
            Scalar<T> slope = NotANumber.Carry(term.Value, term.Slope);
            slopes[k] = factor == T.Zero ? T.Zero : factor * slope.Number;
        }
    }
}
