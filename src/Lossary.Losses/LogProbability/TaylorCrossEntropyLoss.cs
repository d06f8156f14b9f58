using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy's series in 1 − p, cut off: bounded, between the absolute error (1 term) and cross entropy (all).
/// </summary>
/// <remarks>
/// With ℓ the target's log-softmax, u = 1 − exp(ℓ) and N terms:
/// <code>
/// f(ℓ)  = u + u²/2 + … + u^N/N     at most 1 + 1/2 + … + 1/N
/// f′(ℓ) = −(1 − u^N)
/// </code>
/// Reference: L. Feng, S. Shu, Z. Lin, F. Lv, L. Li, B. An, "Can Cross Entropy Loss Be Robust to Label Noise?", IJCAI
/// 2020.
/// </remarks>
/// <param name="terms">N, a whole number from 1 to 100.</param>
public readonly struct TaylorCrossEntropyLoss(double terms)
    : ILogProbabilityLoss<TaylorCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TermsCard = new(
        "n", "N", 2, new Domain(1, 100, true, true), "how many terms of the series: a whole number");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "taylor-cross-entropy",
        Title = "Taylor cross entropy",
        Use = "Several classes, where a good part of the labels is wrong.",
        Avoid = "Labels that are right: it learns hard rows late. Take cross entropy.",
        Reference =
            "L. Feng et al., Can Cross Entropy Loss Be Robust to Label Noise?, 2020, doi:10.24963/ijcai.2020/305",
        Aliases = ["taylor-ce"],
        Names = new() { Chinese = "泰勒交叉熵" },
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [TermsCard],
    };

    /// <summary>How many terms.</summary>
    public Parameter N { get; } = terms == Math.Truncate(terms)
        ? TermsCard.Bind(terms)
        : throw new ArgumentOutOfRangeException("n", terms, "n must be a whole number.");

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = Math.Pow(1 - (1 / N.Value), N.Value - 1),
        IsBounded = true,
        IsNoiseSymmetric = N.Value == 1,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane>
    {
        TLane u = -TLane.ExpM1(logProbability);
        TLane sum = 0;
        for (int k = (int)N.Value; k >= 1; k--)
        {
            sum = u * (sum + (1.0 / k));
        }

        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the series of the slope has a closed form, and its power grows along with the sum.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TaylorCrossEntropyLoss loss, TLane logProbability)
        where TLane : struct, ILane<TLane>
    {
        TLane u = -TLane.ExpM1(logProbability);
        TLane sum = 0;
        TLane power = 1;
        for (int k = (int)loss.N.Value; k >= 1; k--)
        {
            sum = u * (sum + (1.0 / k));
            power *= u;
        }

        return new(sum, power - 1);
    }
}
