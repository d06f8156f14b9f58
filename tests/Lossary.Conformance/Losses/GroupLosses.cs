using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// Losses of rows that depend on one another: items of a query, pixels of an image, patients at risk.
/// </summary>
internal static class GroupLosses
{
    /// <summary>The operations of <c>torch.nn.functional</c>.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>> { ["margin_ranking_loss"] = MarginRanking };

    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(
            [.. Rankings(), .. Regions(), .. Ordinals(), .. Survivals()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Rankings() => new()
    {
        ["approx_ndcg"] = ApproximateNdcg,
        ["bpr"] = c => new ArrayRun(c, "bpr")
            .With("positive")
            .With("negative")
            .Run(c.Inputs["positive"].Shape),
        ["lambdarank"] = c => Ranking(c, "lambdarank", c.Argument("sigma", 1), 0, 0),
        ["listmle"] = c => Ranking(c, "listmle"),
        ["listnet"] = c => Ranking(c, "listnet"),
        ["pairwise_hinge"] = c => Ranking(c, "pairwise-hinge", c.Argument("margin", 1)),
        ["ranking_softmax"] = c => Ranking(c, "ranking-softmax"),
        ["ranknet"] = c => Ranking(c, "ranknet", c.Argument("sigma", 1)),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Regions() => new()
    {
        ["combo"] = Combo,
        ["focal_tversky"] = c => Region(
            c, "focal-tversky", c.Argument("alpha", 1), c.Argument("beta", 1), 1 / c.Argument("gamma", 1), c.Argument("smooth", 0)),
        ["generalized_dice"] = c => Region(c, "generalised-dice", 2),
        ["jaccard"] = c => Region(c, "jaccard", c.Argument("smooth", 0)),
        ["log_cosh_dice"] = c => Region(c, "log-cosh-dice", c.Argument("smooth", 1)),
        ["lovasz_hinge"] = c => new ArrayRun(c, "lovasz-hinge", 0)
            .With("logit", "logits")
            .With("target")
            .Run(c.Inputs["logits"].Shape[0]),
        ["lovasz_softmax"] = c => MeanAsScalar(new ArrayRun(c, "lovasz-softmax", 1)
            .With("prediction", "p")
            .With("label", "target")
            .Run()),
        ["soft_dice"] = c => Region(c, "dice", c.Argument("smooth", 0), 0),
        ["soft_mcc"] = c => Region(c, "mcc"),
        ["squared_dice"] = c => Region(c, "dice", c.Argument("smooth", 0), 1),
        ["tversky"] = c => Region(c, "tversky", c.Argument("alpha", 1), c.Argument("beta", 1), c.Argument("smooth", 0)),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Ordinals() => new()
    {
        ["coral"] = c => new ArrayRun(c, "coral")
            .With("logit", "logits")
            .With("level", "target")
            .Run(c.Inputs["target"].Shape),
        ["emd_squared"] = c => new ArrayRun(c, "squared-earth-mover")
            .With("prediction", "p", 1, c.Inputs["p"].Shape[0])
            .With("target", "q", 1, c.Inputs["q"].Shape[0])
            .Run(),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Survivals() => new()
    {
        ["cox_breslow"] = c => Cox(c, "cox"),
        ["cox_efron"] = c => Cox(c, "cox-efron"),
        ["logistic_hazard"] = c => new ArrayRun(c, "logistic-hazard")
            .With("logit", "logits")
            .With("interval", "bin")
            .With("event")
            .Run(c.Inputs["bin"].Shape),
    };

    private static Results Cox(GoldenCase golden, string key) => MeanAsScalar(new ArrayRun(golden, key)
        .With("log-hazard", "log_hazard")
        .With("time")
        .With("event")
        .Run());

    /// <summary>Where the one number of the reference is a mean.</summary>
    private static Results MeanAsScalar(Results results)
    {
        foreach (string path in new[] { "value.mean", "grad.mean.log_hazard", "grad.mean.p" })
        {
            if (results.Find(path) is { } mean)
            {
                results.Add(path.Replace("mean", "scalar", StringComparison.Ordinal), mean.Shape, mean.Data);
            }
        }

        return results;
    }

    /// <summary>The reference takes Dice off where the library adds the Dice loss: 1 − α less for each image.</summary>
    private static Results Combo(GoldenCase golden)
    {
        double alpha = golden.Argument("alpha", 0.5);
        Results results = Region(golden, "combo", alpha, golden.Argument("beta", 0.5), golden.Argument("smooth", 1));
        int images = golden.Inputs["p"].Shape[0];
        Shift("value.none", 1);
        Shift("value.mean", 1);
        Shift("value.sum", images);
        return results;

        void Shift(string path, double terms)
        {
            GoldenTensor found = results.Find(path)!;
            results.Add(path, found.Shape, [.. found.Data.Select(value => value - (terms * (1 - alpha)))]);
        }
    }

    /// <summary>Probabilities of one class, <c>[n, pixels]</c>, or of several, <c>[n, classes, pixels]</c>.</summary>
    private static Results Region(GoldenCase golden, string key, params double[] parameters)
    {
        int[] given = golden.Inputs["p"].Shape, shape = given.Length == 2 ? [given[0], 1, given[1]] : given;
        return new ArrayRun(golden, key, [.. parameters, 1, 0, 0, 0])
            .With("prediction", "p", shape)
            .With("target", "target", shape)
            .Run(given[0]);
    }

    private static Results MarginRanking(GoldenCase golden) =>
        new ArrayRun(golden, "margin-ranking", golden.Argument("margin", 0))
            .With("first", "input1")
            .With("second", "input2")
            .With("sign", "target")
            .Run(golden.Inputs["input1"].Shape);

    private static Results Ranking(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayRun(golden, key, parameters)
            .With("score", "scores")
            .With("relevance")
            .Run();

    /// <summary>The reference is −NDCG, the library's loss 1 − NDCG.</summary>
    private static Results ApproximateNdcg(GoldenCase golden)
    {
        Results results = Ranking(golden, "approx-ndcg", golden.Argument("T", 1));
        return results.Add("value.scalar", results.Find("value.scalar")!.Data[0] - 1);
    }
}
