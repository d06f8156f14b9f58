using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of rows of scores with what else is known of their classes, and of whole distributions.</summary>
internal static class ClassArrayLosses
{
    /// <summary>The operations of <c>torch.nn.functional</c>.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["multilabel_margin_loss"] = MultiLabelMargin,
            ["multilabel_soft_margin_loss"] = MultiLabelSoftMargin,
        };

    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["bhattacharyya"] = c => OfDistributions(c, "bhattacharyya"),
            ["bi_tempered_logistic"] = c =>
                new ArrayRun(c, "bi-tempered", Number(c, "t1"), Number(c, "t2"))
                    .With("score", "activations")
                    .With("label", "labels")
                    .Run(c.Inputs["activations"].Shape[0]),
            ["class_balanced_cross_entropy"] = c =>
                OfClasses(c, "class-balanced", Number(c, "beta")).With("count", "counts").Run(Rows(c)),
            ["hellinger"] = c => OfDistributions(c, "hellinger"),
            ["ldam"] = c => OfClasses(c, "label-distribution-margin", Number(c, "max_m"), Number(c, "s"))
                .With("count", "counts")
                .Run(Rows(c)),
            ["logit_adjusted_cross_entropy"] = c =>
                OfClasses(c, "logit-adjusted", Number(c, "tau")).With("prior").Run(Rows(c)),
            ["renyi_0.5"] = c => OfDistributions(c, "renyi", 0.5),
            ["sparsemax_loss"] = c => new ArrayRun(c, "sparsemax")
                .With("score", "input")
                .With("target")
                .Run(c.Inputs["input"].Shape[0]),
            ["z_loss"] = c => OfClasses(c, "z-loss", Number(c, "z")).Run(Rows(c)),
        };

    private static ArrayRun OfClasses(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayRun(golden, key, parameters).With("score", "logits").With("target");

    private static int Rows(GoldenCase golden) => golden.Inputs["logits"].Shape[0];

    private static Results OfDistributions(GoldenCase golden, string key, params double[] parameters)
    {
        int classes = golden.Inputs["p"].Shape[0];
        return new ArrayRun(golden, key, parameters)
            .With("prediction", "p", 1, classes)
            .With("target", "q", 1, classes)
            .Run();
    }

    /// <summary>Lists of class numbers that −1 ends become a 1 for each; a number that is no class is left for the library to refuse.</summary>
    private static Results MultiLabelMargin(GoldenCase golden)
    {
        GoldenTensor scores = golden.Inputs["input"], lists = golden.Inputs["target"];
        int classes = scores.Shape[^1];
        double[] labels = new double[scores.Data.Length];
        for (int row = 0; row < labels.Length / classes; row++)
        {
            foreach (double number in lists.Data.Skip(row * classes).Take(classes).TakeWhile(number => number >= 0))
            {
                labels[(row * classes) + ((int)number % classes)] = number < classes ? 1 : number;
            }
        }

        int[] shape = [labels.Length / classes, classes];
        return new ArrayRun(golden, "multi-label-margin")
            .With("score", "input", shape, scores.Data)
            .With("label", "target", shape, labels)
            .Run(scores.Shape[..^1]);
    }

    private static Results MultiLabelSoftMargin(GoldenCase golden)
    {
        ArrayRun run = new ArrayRun(golden, "multi-label-soft-margin")
            .With("score", "input")
            .With("label", "target");
        if (golden.Inputs.ContainsKey("weight"))
        {
            run.With("weight");
        }

        return run.Run(golden.Inputs["input"].Shape[..^1]);
    }

    /// <summary>An argument that the operation must have; the library refuses NaN.</summary>
    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);
}
