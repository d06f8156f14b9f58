using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of rows that depend on one another: items of a query, pixels of an image, patients at risk.</summary>
internal static class GroupLosses
{
    /// <summary>The operations of <c>torch.nn.functional</c>.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>> { ["margin_ranking_loss"] = MarginRanking };

    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>([.. Rankings()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Rankings() => new()
    {
        ["approx_ndcg"] = ApproximateNdcg,
        ["bpr"] = c => new ArrayRun(ArrayRun.Loss("bpr"))
            .With(c, "positive", "positive")
            .With(c, "negative", "negative")
            .Run(c, c.Inputs["positive"].Shape),
        ["lambdarank"] = c => Ranking(c, "lambdarank", c.Argument("sigma", 1), 0, 0),
        ["listmle"] = c => Ranking(c, "listmle"),
        ["listnet"] = c => Ranking(c, "listnet"),
        ["pairwise_hinge"] = c => Ranking(c, "pairwise-hinge", c.Argument("margin", 1)),
        ["ranking_softmax"] = c => Ranking(c, "ranking-softmax"),
        ["ranknet"] = c => Ranking(c, "ranknet", c.Argument("sigma", 1)),
    };

    private static Results MarginRanking(GoldenCase golden) =>
        new ArrayRun(ArrayRun.Loss("margin-ranking", golden.Argument("margin", 0)))
            .With(golden, "first", "input1")
            .With(golden, "second", "input2")
            .With(golden, "sign", "target")
            .Run(golden, golden.Inputs["input1"].Shape);

    private static Results Ranking(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayRun(ArrayRun.Loss(key, parameters))
            .With(golden, "score", "scores")
            .With(golden, "relevance", "relevance")
            .Run(golden);

    /// <summary>The reference is −NDCG, the library's loss 1 − NDCG.</summary>
    private static Results ApproximateNdcg(GoldenCase golden)
    {
        Results results = Ranking(golden, "approx-ndcg", golden.Argument("T", 1));
        return results.Add("value.scalar", results.Find("value.scalar")!.Data[0] - 1);
    }
}
