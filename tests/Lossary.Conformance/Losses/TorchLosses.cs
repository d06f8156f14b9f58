using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The losses of <c>torch.nn.functional</c>, with all their arguments.</summary>
internal static class TorchLosses
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["mse_loss"] = c => Distance(c, Library.Sample("squared")),
            ["l1_loss"] = c => Distance(c, Library.Sample("absolute")),
            ["smooth_l1_loss"] = SmoothL1,
            ["huber_loss"] = c => Distance(c, Library.Sample("huber", c.Argument("delta", 1))),
            ["soft_margin_loss"] = c => new ElementLoss(Library.Sample("logistic"), Inputs(c)).Run(c),
            ["hinge_embedding_loss"] = c =>
                new ElementLoss(Library.Sample("hinge-embedding", c.Argument("margin", 1)), Inputs(c)).Run(c),
            ["binary_cross_entropy"] = BinaryLosses.OnProbabilities,
            ["binary_cross_entropy_with_logits"] = BinaryLosses.OnLogits,
            ["kl_div"] = DivergenceLosses.KullbackLeibler,
            ["poisson_nll_loss"] = LogLinkLosses.Poisson,
            ["cross_entropy"] = c =>
                new RowLoss(Library.OfClasses("cross-entropy", c.Argument("label_smoothing", 0))).Run(c),
            ["nll_loss"] = c =>
                new RowLoss(Library.OfClasses("negative-log-likelihood")) { ReadsTargetsOnly = true }.Run(c),
            ["multi_margin_loss"] = c =>
                new RowLoss(Library.OfClasses("multi-margin", c.Argument("p", 1), c.Argument("margin", 1)))
                {
                    // PyTorch weighs the rows, but divides by their number.
                    Mean = Reduction.MeanOverCount,
                }.Run(c),
        };

    /// <summary>Input, target and weight, the weight repeated to the input's shape.</summary>
    public static SampleInputs Inputs(GoldenCase golden, string prediction = "input", string target = "target") =>
        new(golden.Inputs[prediction].Data, golden.Inputs[target].Data)
        {
            Weights = golden.Inputs.TryGetValue("weight", out GoldenTensor? weight)
                ? Broadcasting.Over(weight, golden.Inputs[prediction].Shape)
                : [],
        };

    /// <summary>Where β is 0, PyTorch's slope at the kink is −1 by either input; the library's is 0.</summary>
    private static Results SmoothL1(GoldenCase golden)
    {
        double beta = golden.Argument("beta", 1);
        SampleInputs inputs = Inputs(golden);
        IEnumerable<double> atKink = inputs.Predictions.Zip(inputs.Targets, (x, t) => x == t ? -1 : double.NaN);
        return new ElementLoss(Library.Sample("smooth-l1", beta), inputs)
        {
            Subgradients = beta == 0 ? [.. atKink] : [],
            IsDistance = true,
        }.Run(golden);
    }

    /// <summary>A loss of input − target.</summary>
    public static Results Distance(GoldenCase golden, ISampleLoss loss) =>
        new ElementLoss(loss, Inputs(golden)) { IsDistance = true }.Run(golden);
}
