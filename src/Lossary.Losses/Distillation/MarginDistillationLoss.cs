using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A student is to score a right answer above a wrong one by as much as its teacher does.</summary>
/// <remarks>
/// <code>
/// L = ((p − q) − (P − Q))²
/// </code>
/// Scales may differ: only margins count. Reference: S. Hofstätter, S. Althammer, M. Schröder, M. Sertkan, A. Hanbury,
/// Improving Efficient Neural Ranking Models with Cross-Architecture Knowledge Distillation, 2020, arXiv:2010.02666.
/// </remarks>
public readonly struct MarginDistillationLoss : IFormulaLoss<MarginDistillationLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "margin-mse",
        Title = "margin squared error",
        Use = "A fast retriever from a slow ranker, with a relevant and another passage for each query.",
        Avoid = "Teacher and student have the same kind of score: take hint.",
        Reference = "S. Hofstätter, S. Althammer, M. Schröder, M. Sertkan, A. Hanbury, Improving Efficient Neural "
            + "Ranking Models with Cross-Architecture Knowledge Distillation, 2020, arXiv:2010.02666",
        Names = new() { Chinese = "间隔均方误差蒸馏" },
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("positive", "p", InputKind.Real, "…", "the student's score of the relevant answer")
        {
            IsDifferentiable = true,
        },
        new("negative", "q", InputKind.Real, "…", "the student's score of the other answer")
        {
            IsDifferentiable = true,
        },
        new("teacher-positive", "P", InputKind.Real, "…", "the teacher's score of the relevant answer"),
        new("teacher-negative", "Q", InputKind.Real, "…", "the teacher's score of the other answer"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane gap = x[0] - x[1] - (x[2] - x[3]);
        return gap * gap;
    }
}
