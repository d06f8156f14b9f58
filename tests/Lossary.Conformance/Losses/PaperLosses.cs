using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The losses of tests/golden/definitions_papers.json that the library has.</summary>
internal static class PaperLosses
{
    /// <summary>Far below any target, so that the percentage error is |e| / |t| exactly.</summary>
    private const double NoFloor = 1e-300;

    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(
            [.. Distances(), .. Margins(), .. Amounts(), .. Binary(), .. Classes(), .. Divergences()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Distances() => new()
    {
        ["barron_general"] = c =>
            TorchLosses.Distance(c, Library.Sample("barron", Number(c, "alpha"), Number(c, "c"))),
        ["berhu"] = c => TorchLosses.Distance(c, Library.Sample("reverse-huber", Number(c, "c"))),
        ["cauchy"] = c => TorchLosses.Distance(c, Library.Sample("cauchy", Number(c, "c"))),
        ["charbonnier"] = Charbonnier,
        ["epsilon_insensitive"] = c =>
            TorchLosses.Distance(c, Library.Sample("epsilon-insensitive", Number(c, "epsilon"))),
        ["squared_epsilon_insensitive"] = c =>
            TorchLosses.Distance(c, Library.Sample("squared-epsilon-insensitive", Number(c, "epsilon"))),
        ["expectile"] = Expectile,
        ["quantile"] = c => TorchLosses.Distance(c, Library.Sample("quantile", Number(c, "q"))),
        ["geman_mcclure"] = c => TorchLosses.Distance(c, Library.Sample("geman-mcclure", Number(c, "c"))),
        ["linex"] = c => TorchLosses.Distance(c, Library.Sample("linex", Number(c, "a"))),
        ["log_cosh"] = c => TorchLosses.Distance(c, Library.Sample("log-cosh")),
        ["pseudo_huber"] = c => TorchLosses.Distance(c, Library.Sample("pseudo-huber", Number(c, "delta"))),
        ["tukey_biweight"] = c => TorchLosses.Distance(c, Library.Sample("tukey", Number(c, "c"))),
        ["welsch"] = Welsch,
        ["wing"] = c => TorchLosses.Distance(c, Library.Sample("wing", Number(c, "w"), Number(c, "epsilon"))),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Margins() => new()
    {
        ["margin_dwd"] = c => Element(c, Library.Sample("distance-weighted-discrimination", 1)),
        ["margin_exponential"] = c => Element(c, Library.Sample("exponential", 1)),
        ["margin_hinge"] = c => Element(c, Library.Sample("hinge")),
        ["margin_logistic"] = c => Element(c, Library.Sample("logistic")),
        ["margin_modified_huber"] = c => Element(c, Library.Sample("modified-huber")),
        ["margin_perceptron"] = c => Element(c, Library.Sample("perceptron")),
        ["margin_savage"] = c => Element(c, Library.Sample("savage")),
        ["margin_sigmoid_margin"] = c => Element(c, Library.Sample("sigmoid-margin")),
        ["margin_smoothed_hinge"] = c => Element(c, Library.Sample("smoothed-hinge", 1)),
        ["margin_squared_hinge"] = c => Element(c, Library.Sample("squared-hinge")),
        ["margin_tangent"] = c => Element(c, Library.Sample("tangent")),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Amounts() => new()
    {
        ["gamma_deviance"] = LogLinkLosses.GammaDeviance,
        ["generalized_kl"] = c => Element(c, Library.Sample("generalised-kullback-leibler")),
        ["itakura_saito"] = c => Element(c, Library.Sample("itakura-saito")),
        ["mape_fraction"] = c => Element(c, Library.Sample("absolute-percentage", NoFloor)),
        ["msle"] = c => Element(c, Library.Sample("squared-log")),

        ["smape_fraction"] = c => Element(c, Library.Sample("symmetric-percentage", NoFloor)),

        // 2 (t ln(t/x) − t + x) is twice the divergence.
        ["poisson_deviance"] = c => Element(c, Library.Sample("generalised-kullback-leibler"), factor: 2),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Binary() => new()
    {
        ["asymmetric_loss"] = c => Element(
            c,
            Library.Sample("asymmetric", Number(c, "gamma_pos"), Number(c, "gamma_neg"), c.Argument("margin", 0)),
            "logits"),
        ["poly1_focal"] = c =>
            Element(c, Library.Sample("poly-1-focal", Number(c, "epsilon"), Number(c, "gamma")), "logits"),
        ["quality_focal"] = c => Element(c, Library.Sample("quality-focal", Number(c, "beta")), "logits"),
        ["varifocal"] = c =>
            Element(c, Library.Sample("varifocal", Number(c, "alpha"), Number(c, "gamma")), "logits"),
        ["binary_focal"] = c => BinaryLosses.Focal(c, "binary-focal", "logits"),
        ["binary_focal_probability"] = c => BinaryLosses.Focal(c, "binary-focal-on-probabilities", "p"),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Classes() => new()
    {
        ["brier_multiclass"] = c => Rows(c, Library.OfClasses("multi-class-brier")),
        ["categorical_hinge"] = c => Rows(c, Library.OfClasses("categorical-hinge"), "input"),
        ["confidence_penalty"] = c => Rows(c, Library.OfClasses("confidence-penalty", Number(c, "beta"))),
        ["generalized_cross_entropy"] = c => Rows(c, Library.OfClasses("generalised-cross-entropy", Number(c, "q"))),
        ["poly1_cross_entropy"] = c => Rows(c, Library.OfClasses("poly-1", Number(c, "epsilon"))),
        ["softmax_focal"] = c => Rows(c, Library.OfClasses("focal", Number(c, "gamma"))),
        ["symmetric_cross_entropy"] = c => Rows(c, Library.OfClasses(
            "symmetric-cross-entropy", Number(c, "alpha"), Number(c, "beta"), Number(c, "A"))),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Divergences() => new()
    {
        ["chi_square"] = DivergenceLosses.ChiSquare,
        ["jensen_shannon"] = c => DivergenceLosses.OfVectors(c, Library.Sample("jensen-shannon", 0.5)),
        ["total_variation_distance"] = c =>
            DivergenceLosses.OfVectors(c, Library.Sample("total-variation-distance")),
    };

    /// <summary>√(e² + ε²): the library's loss is 0 for a perfect prediction, which here costs ε.</summary>
    private static Results Charbonnier(GoldenCase golden)
    {
        SampleInputs inputs = TorchLosses.Inputs(golden);
        return new ElementLoss(Library.Sample("charbonnier", Number(golden, "epsilon")), inputs)
        {
            Constants = [.. inputs.Targets.Select(_ => Number(golden, "epsilon"))],
            IsDistance = true,
        }.Run(golden);
    }

    /// <summary>
    /// 1 − exp(−½(e/c)²): the library's ½k²(1 − exp(−(e/k)²)) at k = c√2, which is c² times as large.
    /// </summary>
    private static Results Welsch(GoldenCase golden)
    {
        double c = Number(golden, "c");
        return new ElementLoss(Library.Sample("welsch", c * Math.Sqrt(2)), TorchLosses.Inputs(golden))
        {
            Factor = 1 / (c * c),
            IsDistance = true,
        }.Run(golden);
    }

    /// <summary>
    /// |q − 1[u &lt; 0]| u². The reference keeps both weights as floats, so they do not add to 1; the library's level
    /// is their ratio, and their sum a factor.
    /// </summary>
    private static Results Expectile(GoldenCase golden)
    {
        float level = (float)Number(golden, "q");
        double below = Math.Abs(level), above = Math.Abs(level - 1f);
        return new ElementLoss(Library.Sample("expectile", below / (below + above)), TorchLosses.Inputs(golden))
        {
            Factor = below + above,
            IsDistance = true,
        }.Run(golden);
    }

    private static Results Element(
        GoldenCase golden, ISampleLoss loss, string prediction = "input", double factor = 1) =>
        new ElementLoss(loss, TorchLosses.Inputs(golden, prediction))
        {
            PredictionName = prediction,
            Factor = factor,
        }.Run(golden);

    /// <summary>The papers' mean is over the rows, whatever the classes weigh.</summary>
    private static Results Rows(GoldenCase golden, IClassLoss loss, string scores = "logits") =>
        new RowLoss(loss) { ScoresName = scores, Mean = Reduction.MeanOverCount }.Run(golden);

    /// <summary>An argument that the operation must have; the library refuses NaN.</summary>
    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);
}
