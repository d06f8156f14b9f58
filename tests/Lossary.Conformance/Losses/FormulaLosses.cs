using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of several numbers a sample: predicted distributions, boxes, policies, preferences, generators.</summary>
internal static class FormulaLosses
{
    private static readonly string[] Overlaps = ["iou", "giou", "diou", "ciou", "eiou"];
    private static readonly string[] Answers = ["policy-chosen", "policy-rejected", "reference-chosen", "reference-rejected"];

    /// <summary>Those of PyTorch; a variance of one column counts for all.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["gaussian_nll_loss"] = c => new ArrayCase("gaussian-variance", c.Argument("eps", 1e-6), c.Argument("full", 0))
                .Take("mean", "input").Take("variance", "var").Take("target").Run(c),
        };

    /// <summary>Those of papers.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(
            [.. Heads(), .. Boxes(), .. Adversaries(), .. Generators(), .. Policies(), .. Preferences()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Heads() => new()
    {
        ["beta_nll"] = c => new ArrayCase("beta-gaussian", Number(c, "beta"))
            .Take("mean", "mu").TakeLog("log-variance", "var").Take("target").Run(c),
        ["crps_gaussian"] = c => new ArrayCase("crps-gaussian")
            .Take("mean", "mu").TakeLog("log-scale", "sigma").Take("target").Run(c),
        ["evidential_regression"] = c => new ArrayCase("evidential", Number(c, "lam"))
            .Take("mean", "gamma").Take("evidence-of-mean", "v").Take("shape", "alpha").Take("scale", "beta").Take("target")
            .Run(c),
        ["laplace_nll"] = c => new ArrayCase("laplace")
            .Take("location", "mu").TakeLog("log-scale", "b").Take("target").Run(c),
        ["mixture_gaussian_nll"] = c => new ArrayCase("gaussian-mixture")
            .Take("logits", "logit_weights").Take("mean", "mu").Take("log-scale", "log_sigma").Take("target").Run(c),
        ["negative_binomial_nll"] = c => new ArrayCase("negative-binomial-likelihood")
            .TakeLog("log-mean", "mean").TakeLog("log-dispersion", "alpha").Take("target").Run(c),
        ["student_t_nll"] = c => new ArrayCase("student-t")
            .Take("location", "mu").TakeLog("log-scale", "sigma").TakeLog("log-degrees", "df").Take("target").Run(c),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Boxes() =>
        Overlaps.ToDictionary(
            key => key + "_loss",
            key => (Func<GoldenCase, Results>)(c => new ArrayCase(key).Take("prediction", "input").Take("target").Run(c)));

    private static Dictionary<string, Func<GoldenCase, Results>> Adversaries() => new()
    {
        ["gan_nonsaturating_d"] = c => Both(c, "gan-discriminator", 0),
        ["gan_nonsaturating_g"] = c => Fake(c, "gan-generator"),
        ["lsgan_d"] = c => Both(c, "lsgan-discriminator", 0, 1),
        ["lsgan_g"] = c => Fake(c, "lsgan-generator", 1),
        ["gan_hinge_d"] = c => Both(c, "hinge-gan-discriminator"),
        ["gan_hinge_g"] = c => Fake(c, "hinge-gan-generator"),
        ["wgan_d"] = c => Both(c, "wgan-critic"),
        ["wgan_g"] = c => Fake(c, "wgan-generator"),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Generators() => new()
    {
        ["gaussian_kl"] = c => new ArrayCase("gaussian-kl")
            .Take("mean", "m1").TakeLog("log-variance", "s1", 2)
            .Take("prior-mean", "m2").TakeLog("prior-log-variance", "s2", 2).Run(c),
        ["min_snr_mse"] = c => new ArrayCase("min-snr", Number(c, "gamma"))
            .Take("prediction", "input").Take("target").Take("signal-to-noise", "snr").Run(c),
        ["vae_kl"] = c => new ArrayCase("vae-kl", 1, 0).Take("mean", "mu").Take("log-variance", "logvar").Run(c),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Policies() => new()
    {
        ["ppo_clip"] = c => new ArrayCase("ppo-clip", Number(c, "epsilon"))
            .Take("log-probability", "logp").Take("old-log-probability", "logp_old").Take("advantage").Run(c),
        ["ppo_value_clip"] = c => new ArrayCase("ppo-value-clip", Number(c, "epsilon"))
            .Take("value", "v").Take("old-value", "v_old").Take("return", "returns").Run(c),
        ["grpo_token"] = c => new ArrayCase("grpo", Number(c, "epsilon"), Number(c, "epsilon"), Number(c, "beta"))
            .Take("log-probability", "logp").Take("old-log-probability", "logp_old").Take("advantage")
            .Take("reference-log-probability", "logp_ref").Run(c),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Preferences() => new()
    {
        ["bradley_terry_reward"] = c => new ArrayCase("bradley-terry", 0)
            .Take("chosen").Take("rejected").Fix("margin", Number(c, "margin")).Run(c),
        ["dpo"] = c => Pair(c, "conservative-dpo", Number(c, "beta"), Number(c, "label_smoothing")),
        ["exo_pair"] = c => Pair(c, "exo-pair", Number(c, "beta"), Number(c, "label_smoothing")),
        ["ipo"] = c => Pair(c, "ipo", Number(c, "beta")),
        ["robust_dpo"] = c => Pair(c, "robust-dpo", Number(c, "beta"), Number(c, "label_smoothing")),
        ["slic_hinge"] = c => Pair(c, "slic", Number(c, "beta")),
        ["kto"] = c => new ArrayCase("kto", Number(c, "beta"), Number(c, "w_desirable"), Number(c, "w_undesirable"))
            .Take("policy").Take("reference", "ref").Take("desirable").Fix("divergence", Number(c, "kl")).Run(c),
        ["orpo_odds"] = c => new ArrayCase("orpo", 1, 0).Take("chosen").Take("rejected").Run(c),
        ["simpo"] = c => new ArrayCase("simpo", Number(c, "beta"), Number(c, "gamma"))
            .Take("policy-chosen", "policy_chosen").Take("policy-rejected", "policy_rejected")
            .Take("chosen-length", "len_chosen").Take("rejected-length", "len_rejected").Run(c),
    };

    private static Results Both(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayCase(key, parameters).Take("real").Take("fake").Run(golden);

    private static Results Fake(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayCase(key, parameters).Take("fake").Run(golden);

    private static Results Pair(GoldenCase golden, string key, params double[] parameters)
    {
        ArrayCase loss = new(key, parameters);
        foreach (string input in Answers)
        {
            loss.Take(input, input.Replace("reference", "ref", StringComparison.Ordinal).Replace('-', '_'));
        }

        return loss.Run(golden);
    }

    /// <summary>An argument that the operation must have; the library refuses NaN.</summary>
    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);
}
