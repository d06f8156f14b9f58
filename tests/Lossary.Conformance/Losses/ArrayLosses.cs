using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of whole batches, of students and teachers, of domains, images and transports.</summary>
internal static class ArrayLosses
{
    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["ccc_loss"] = c => Batch(c, "concordance"),
            ["pearson_loss"] = c => Batch(c, "pearson"),
            ["r2_loss"] = c => Batch(c, "relative-squared"),
            ["rmse"] = c => Batch(c, "root-mean-squared"),
            ["distillation"] = c => Run(c, ArrayRun.Loss("distillation", Number(c, "T"), Number(c, "alpha")))
                .With("target").Run(Rows(c)),
            ["generalized_jsd"] = c => Run(c, ArrayRun.Loss("jensen-shannon-distillation", Number(c, "beta"), 1))
                .Run(Rows(c)),
            ["coral_domain"] = c => Domains(c, ArrayRun.Loss("coral-domain")),
            ["mmd_rbf_biased"] = c => Domains(c, ArrayRun.Loss("mmd", Number(c, "sigma"), 0)),
            ["gram_style"] = GramStyle,
            ["sinkhorn_cost"] = c => Domains(c, ArrayRun.Loss("sinkhorn", Number(c, "epsilon"), Number(c, "iterations"))),
            ["total_variation"] = c => new ArrayRun(c, "image-total-variation", 0)
                .With("image", "x", [1, .. c.Inputs["x"].Shape, 1]).Run(),
            ["uncertainty_weighting"] = c => new ArrayRun(c, "uncertainty-weighting")
                .With("loss", "losses").With("log-variance", "log_var").Run(c.Inputs["losses"].Shape),
            ["wasserstein_1d"] = c => new ArrayRun(c, "wasserstein-1d")
                .With("first", "p", 1, c.Inputs["p"].Data.Length)
                .With("second", "q", 1, c.Inputs["q"].Data.Length).Run(),
            ["reverse_kl"] = c => Run(c, ArrayRun.Loss("reverse-distillation", 1)).Run(Rows(c)),
        };

    /// <summary>Published examples.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Examples { get; } =
        new Dictionary<string, Func<GoldenCase, Results>> { ["rmse"] = c => Batch(c, "root-mean-squared") };

    /// <summary>A number for all predictions and targets of a case.</summary>
    private static Results Batch(GoldenCase golden, string key) => new ArrayRun(golden, key)
        .With("prediction", "input").With("target").Run();

    /// <summary>Channels come first there.</summary>
    private static Results GramStyle(GoldenCase golden)
    {
        GoldenTensor x = golden.Inputs["x"], y = golden.Inputs["y"];
        int channels = x.Shape[0], places = x.Shape[1];
        return new ArrayRun(golden, "gram-style")
        {
            Translate = (gradient, _) => Transposed(gradient, places, channels),
        }
            .With("prediction", "x", [1, places, channels], Transposed(x.Data, channels, places))
            .With("target", "y", [1, places, channels], Transposed(y.Data, channels, places))
            .Run();
    }

    private static double[] Transposed(double[] values, int rows, int columns) =>
        [.. Enumerable.Range(0, values.Length).Select(i => values[(i % rows * columns) + (i / rows)])];

    private static Results Domains(GoldenCase golden, IArrayLoss loss) =>
        new ArrayRun(golden, loss).With("source", "x").With("other", "y").Run();

    private static ArrayRun Run(GoldenCase golden, IArrayLoss loss) =>
        new ArrayRun(golden, loss).With("student").With("teacher");

    private static int Rows(GoldenCase golden) => golden.Inputs["student"].Shape[0];

    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);
}
