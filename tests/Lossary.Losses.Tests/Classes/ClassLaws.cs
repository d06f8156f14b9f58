using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>
/// What every loss of a row of scores owes: its derivatives are those of its formula, every way to ask for the same thing
/// gives the same, its claims hold. A loss's own test class derives from the laws of its family and inherits all of them.
/// </summary>
public abstract partial class ClassLaws<TLoss>
    where TLoss : struct, IClassLoss<TLoss>, IDocumentedLoss
{
    /// <param name="subject">The loss.</param>
    /// <param name="parameters">Its parameters in the card's order, as the catalogue would make it.</param>
    protected ClassLaws(TLoss subject, params double[] parameters)
    {
        Subject = subject;
        Parameters = parameters;
    }

    /// <summary>The loss.</summary>
    protected TLoss Subject { get; }

    /// <summary>Its parameters in the card's order.</summary>
    protected IReadOnlyList<double> Parameters { get; }

    /// <summary>What it claims.</summary>
    protected LossTraits Traits => Subject.Traits;

    /// <summary>Its card.</summary>
    protected static LossCard Card => TLoss.Card;

    /// <summary>Whether a number added to all scores of a row changes nothing.</summary>
    protected virtual bool IsShiftInvariant => true;

    /// <summary>Puts the classes in another order that the loss must not notice.</summary>
    protected virtual void Reorder(int[] order) => new Random(11).Shuffle(order);

    /// <summary>Values of the family's own variable at which claims about it are tried.</summary>
    protected abstract IReadOnlyList<double> Axis { get; }

    /// <summary>Whether no kink is so near a row's scores that differences would step over it.</summary>
    private protected virtual bool IsSmoothAt(ClassTrial trial, int row) => true;

    /// <summary>The sweep in a given lane.</summary>
    internal abstract double SweepIn<TLane, T>(in ClassRows<T> rows)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;

    /// <summary>Batches of every kind that the loss takes, of several widths.</summary>
    private protected static IEnumerable<ClassTrial> Kinds()
    {
        foreach (int classes in new[] { 1, 2, 3, 7, 8, 16, 17, 40, 133 })
        {
            ClassTrial plain = ClassTrial.Draw(5, classes, seed: classes);
            yield return plain;
            yield return plain.WithClassWeights(1);
            yield return plain.WithWeights(2) with { Mask = [true, true, false, true, true] };
            yield return plain.WithClassWeights(3).WithWeights(4) with { IgnoredClass = plain.Targets[1] };
            if (TLoss.TakesShares)
            {
                yield return plain.WithShares(5);
                yield return plain.WithShares(6).WithClassWeights(7).WithWeights(8);
            }
        }
    }
}
