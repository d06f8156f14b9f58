using System.Text.Json;
using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of embeddings: PyTorch's of pairs and triplets, and the papers' of whole batches.</summary>
internal static class EmbeddingLosses
{
    /// <summary>What PyTorch adds to squared norms: a float also where it computes in double.</summary>
    private const double TorchEpsilon = 1e-12f;

    /// <summary>The operations of <c>torch.nn.functional</c>.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["cosine_embedding_loss"] = c => new ArrayRun(c, "cosine-embedding", c.Argument("margin", 0), TorchEpsilon)
                .With("left", "input1").With("right", "input2").With("target")
                .Run(c.Inputs["input1"].Shape[0]),
            ["cosine_similarity"] = Cosine,
            ["pairwise_distance"] = Distance,
            ["triplet_margin_loss"] = c => Triplet(c, ArrayRun.Loss(
                "triplet", c.Argument("margin", 1), c.Argument("p", 2), c.Argument("eps", 1e-6), Flag(c, "swap"))),
            ["triplet_margin_with_distance_loss"] = c => Triplet(c, Text(c, "distance") == "one_minus_cosine"
                ? ArrayRun.Loss("cosine-triplet", c.Argument("margin", 1), Flag(c, "swap"))
                : ArrayRun.Loss("triplet", c.Argument("margin", 1), 2, 1e-6, Flag(c, "swap"))),
        };

    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["contrastive_pairs"] = c => new ArrayRun(c, "contrastive", Number(c, "margin"))
                .With("left", "x1").With("right", "x2").With("target")
                .Run(c.Inputs["x1"].Shape[0]),
            ["info_nce"] = c => new ArrayRun(c, "info-nce", Number(c, "temperature"))
                .With("query").With("key").Run(c.Inputs["query"].Shape[0]),
            ["nt_xent"] = c => new ArrayRun(c, "nt-xent", Number(c, "temperature"))
                .With("embeddings", "z").Run(c.Inputs["z"].Shape[0]),
            ["supcon"] = c => Labelled(c, ArrayRun.Loss("supervised-contrastive", Number(c, "temperature"))),
            ["clip_symmetric"] = c => Mean(c, new ArrayRun(c, "clip", 1 / Number(c, "scale"))
                .With("image").With("text")),
            ["siglip"] = c => Mean(c, new ArrayRun(c, "siglip", Number(c, "t"), Number(c, "b"))
                .With("image").With("text")),
            ["n_pair"] = c => Mean(c, new ArrayRun(c, "n-pair")
                .With("anchor").With("positive")),
            ["arcface"] = c => Classes(c, ArrayRun.Loss("arcface", Number(c, "s"), Number(c, "m"), 0)),
            ["cosface"] = c => Classes(c, ArrayRun.Loss("cosface", Number(c, "s"), Number(c, "m"))),
            ["multi_similarity"] = c => Labelled(
                c, ArrayRun.Loss("multi-similarity", Number(c, "alpha"), Number(c, "beta"), Number(c, "base"))),
            ["circle_loss"] = c =>
                Mean(c, new ArrayRun(c, "circle-on-similarities", Number(c, "gamma"), Number(c, "m"))
                    .With("positive", "sp").With("negative", "sn")),
            ["lifted_structured"] = c => Mean(c, new ArrayRun(c, "lifted-structure", Number(c, "margin"))
                .With("embeddings").With("labels")),
            ["triplet_batch_hard"] = c => Labelled(c, ArrayRun.Loss("triplet-batch-hard", Number(c, "margin"))),
            ["proxy_nca"] = c => Classes(c, ArrayRun.Loss("proxy-nca", 1)),
            ["proxy_anchor"] = c => Mean(
                c, ClassRun(c, ArrayRun.Loss("proxy-anchor", Number(c, "margin"), Number(c, "alpha")))),
            ["center_loss"] = c => ClassRun(c, ArrayRun.Loss("center"), "centers").Run(),
            ["align_uniform"] = c => Mean(
                c, Views(c, ArrayRun.Loss("align-uniform", 2, Number(c, "t"), Number(c, "lam")), "x", "y")),
            ["barlow_twins"] = c => Mean(c, Views(c, ArrayRun.Loss("barlow-twins", Number(c, "lam")), "z1", "z2")),
            ["vicreg"] = c => Mean(c, Views(
                c, ArrayRun.Loss("vicreg", Number(c, "sim"), Number(c, "var"), Number(c, "cov")), "x", "y")),
            ["byol"] = c => new ArrayRun(c, "byol")
                .With("prediction", "p").With("target", "z").Run(c.Inputs["p"].Shape[0]),
            ["simsiam"] = c => Mean(c, new ArrayRun(c, "simsiam")
                .With("first-prediction", "p1").With("second-prediction", "p2")
                .With("first-projection", "z1").With("second-projection", "z2")),
            ["dino"] = c =>
                new ArrayRun(c, "dino", Number(c, "student_temp"), Number(c, "teacher_temp"))
                    .With("student").With("teacher").With("center")
                    .Run(c.Inputs["student"].Shape[0]),
            ["normalized_softmax"] = c => Classes(c, ArrayRun.Loss("normalised-softmax", Number(c, "T"))),
        };

    private static Results Triplet(GoldenCase golden, IArrayLoss loss) => new ArrayRun(golden, loss)
        .With("anchor").With("positive").With("negative")
        .Run(golden.Inputs["anchor"].Shape[0]);

    private static Results Labelled(GoldenCase golden, IArrayLoss loss) => new ArrayRun(golden, loss)
        .With("embeddings").With("labels")
        .Run(golden.Inputs["embeddings"].Shape[0]);

    private static Results Classes(GoldenCase golden, IArrayLoss loss) =>
        ClassRun(golden, loss).Run(golden.Inputs["embeddings"].Shape[0]);

    private static ArrayRun ClassRun(GoldenCase golden, IArrayLoss loss, string vectors = "weight") => new ArrayRun(golden, loss)
        .With("embeddings").With("class-vectors", vectors).With("target");

    private static ArrayRun Views(GoldenCase golden, IArrayLoss loss, string first, string second) =>
        new ArrayRun(golden, loss).With("first", first).With("second", second);

    /// <summary>What the papers' definition states as one number is the library's mean.</summary>
    private static Results Mean(GoldenCase golden, ArrayRun run)
    {
        Results results = run.Run(), scalars = new();
        foreach ((string path, GoldenTensor expected) in golden.Expectations([]))
        {
            GoldenTensor? mean = results.Find(path.Replace(".scalar", ".mean", StringComparison.Ordinal));
            scalars.Add(path, expected.Shape, mean?.Data ?? []);
        }

        return scalars;
    }

    /// <summary>The similarity is 1 less the library's distance.</summary>
    private static Results Cosine(GoldenCase golden)
    {
        ArrayRun run = new(golden, "cosine-distance", 0)
        {
            Translate = (gradient, _) => [.. gradient.Select(slope => -slope)],
        };
        Results results = run.With("left", "x1").With("right", "x2").Run(golden.Inputs["x1"].Shape[0]);
        double[] distances = results.Find("value.none")!.Data;
        return Unreduced(golden, results, [.. distances.Select(distance => 1 - distance)]);
    }

    private static Results Distance(GoldenCase golden)
    {
        IArrayLoss loss = ArrayRun.Loss("pairwise-distance", golden.Argument("p", 2), golden.Argument("eps", 1e-6));
        Results results = new ArrayRun(golden, loss)
            .With("left", "x1").With("right", "x2").Run(golden.Inputs["x1"].Shape[0]);
        return Unreduced(golden, results, results.Find("value.none")!.Data);
    }

    /// <summary>An operation without reduction, whose gradient is that of the sum.</summary>
    private static Results Unreduced(GoldenCase golden, Results sum, double[] values)
    {
        Results results = new Results().Add("value.none", golden.Values["none"].Shape, values);
        foreach (string input in golden.Inputs.Keys)
        {
            results.Add($"grad.none.{input}", golden.Inputs[input].Shape, sum.Find($"grad.sum.{input}")!.Data);
        }

        return results;
    }

    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);

    private static double Flag(GoldenCase golden, string name) =>
        golden.TryArgument(name, out JsonElement flag) && flag.GetBoolean() ? 1 : 0;

    private static string Text(GoldenCase golden, string name) =>
        golden.TryArgument(name, out JsonElement text) ? text.GetString()! : "";
}
