using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The partial likelihood with a few sampled controls in the place of everybody at risk: it can be trained in
/// batches.
/// </summary>
/// <remarks>
/// <code>
/// L = ln(1 + Σ over controls of e^(c − z))     for each case
/// </code>
/// Controls are drawn from those at risk when the case fails. Reference: H. Kvamme, Ø. Borgan, I. Scheel, "Time-to-
/// Event Prediction with Neural Networks and Cox Regression", JMLR 20 (2019), arXiv:1907.00825.
/// </remarks>
public readonly struct CoxCaseControlLoss : IGraphLoss<CoxCaseControlLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cox-cc",
        Title = "Cox by cases and controls",
        Use = "Times to an event in data too large for whole risk sets in a batch.",
        Avoid = "Data that fit a batch, where cox uses all of them.",
        Reference = "H. Kvamme, Ø. Borgan, I. Scheel, Time-to-Event Prediction with Neural Networks and Cox"
            + " Regression, 2019, arXiv:1907.00825",
        Latex = @"\ln \left(1 + \sum_c e^{z_c - z}\right)",
        Names = new() { Chinese = "Cox 病例对照损失" },
        Translations =
        [
            new("pycox.models.loss.CoxCCLoss()", "cox-cc", "shrink=0 here"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("case", "z", InputKind.Real, "n", "the log-hazard of each case") { IsDifferentiable = true },
        new("control", "c", InputKind.Real, "n, m", "the log-hazards of its controls, at risk when it failed")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cases = inputs["case"];
        Tensor<T> column = tape.Reshape(cases, new Shape(cases.Shape.Length, 1));
        Tensor<T> all = tape.LogSumExp(tape.Concatenate(1, column, inputs["control"]), [1]);
        return new(tape.Subtract(all, cases));
    }
}
