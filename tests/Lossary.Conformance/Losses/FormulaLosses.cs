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
            ["gaussian_nll_loss"] = c => new ArrayRun(c, "gaussian-variance", c.Argument("eps", 1e-6), c.Argument("full", 0))
                .With("mean", "input").With("variance", "var").With("target").RunSamples(),
        };

    /// <summary>Those of papers.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(
            [.. Heads(), .. Boxes(), .. Adversaries(), .. Generators(), .. Policies(), .. Preferences()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Heads() => new()
    {
        ["beta_nll"] = c => new ArrayRun(c, "beta-gaussian", Number(c, "beta"))
            .With("mean", "mu").WithLog("log-variance", "var").With("target").RunSamples(),
        ["crps_gaussian"] = c => new ArrayRun(c, "crps-gaussian")
            .With("mean", "mu").WithLog("log-scale", "sigma").With("target").RunSamples(),
        ["evidential_regression"] = c => new ArrayRun(c, "evidential", Number(c, "lam"))
            .With("mean", "gamma").With("evidence-of-mean", "v").With("shape", "alpha").With("scale", "beta").With("target")
            .RunSamples(),
        ["laplace_nll"] = c => new ArrayRun(c, "laplace")
            .With("location", "mu").WithLog("log-scale", "b").With("target").RunSamples(),
        ["mixture_gaussian_nll"] = c => new ArrayRun(c, "gaussian-mixture")
            .With("logits", "logit_weights").With("mean", "mu").With("log-scale", "log_sigma").With("target").RunSamples(),
        ["negative_binomial_nll"] = c => new ArrayRun(c, "negative-binomial-likelihood")
            .WithLog("log-mean", "mean").WithLog("log-dispersion", "alpha").With("target").RunSamples(),
        ["student_t_nll"] = c => new ArrayRun(c, "student-t")
            .With("location", "mu").WithLog("log-scale", "sigma").WithLog("log-degrees", "df").With("target").RunSamples(),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Boxes() =>
        Overlaps.ToDictionary(
            key => key + "_loss",
            key => (Func<GoldenCase, Results>)(c => new ArrayRun(c, key).With("prediction", "input").With("target").RunSamples()));

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
        ["gaussian_kl"] = c => new ArrayRun(c, "gaussian-kl")
            .With("mean", "m1").WithLog("log-variance", "s1", 2)
            .With("prior-mean", "m2").WithLog("prior-log-variance", "s2", 2).RunSamples(),
        ["min_snr_mse"] = c => new ArrayRun(c, "min-snr", Number(c, "gamma"))
            .With("prediction", "input").With("target").With("signal-to-noise", "snr").RunSamples(),
        ["vae_kl"] = c => new ArrayRun(c, "vae-kl", 1, 0).With("mean", "mu").With("log-variance", "logvar").RunSamples(),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Policies() => new()
    {
        ["ppo_clip"] = c => new ArrayRun(c, "ppo-clip", Number(c, "epsilon"))
            .With("log-probability", "logp").With("old-log-probability", "logp_old").With("advantage").RunSamples(),
        ["ppo_value_clip"] = c => new ArrayRun(c, "ppo-value-clip", Number(c, "epsilon"))
            .With("value", "v").With("old-value", "v_old").With("return", "returns").RunSamples(),
        ["grpo_token"] = c => new ArrayRun(c, "grpo", Number(c, "epsilon"), Number(c, "epsilon"), Number(c, "beta"))
            .With("log-probability", "logp").With("old-log-probability", "logp_old").With("advantage")
            .With("reference-log-probability", "logp_ref").RunSamples(),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Preferences() => new()
    {
        ["bradley_terry_reward"] = c => new ArrayRun(c, "bradley-terry", 0)
            .With("chosen").With("rejected").WithNumber("margin", Number(c, "margin")).RunSamples(),
        ["dpo"] = c => Pair(c, "conservative-dpo", Number(c, "beta"), Number(c, "label_smoothing")),
        ["exo_pair"] = c => Pair(c, "exo-pair", Number(c, "beta"), Number(c, "label_smoothing")),
        ["ipo"] = c => Pair(c, "ipo", Number(c, "beta")),
        ["robust_dpo"] = c => Pair(c, "robust-dpo", Number(c, "beta"), Number(c, "label_smoothing")),
        ["slic_hinge"] = c => Pair(c, "slic", Number(c, "beta")),
        ["kto"] = c => new ArrayRun(c, "kto", Number(c, "beta"), Number(c, "w_desirable"), Number(c, "w_undesirable"))
            .With("policy").With("reference", "ref").With("desirable").WithNumber("divergence", Number(c, "kl")).RunSamples(),
        ["orpo_odds"] = c => new ArrayRun(c, "orpo", 1, 0).With("chosen").With("rejected").RunSamples(),
        ["simpo"] = c => new ArrayRun(c, "simpo", Number(c, "beta"), Number(c, "gamma"))
            .With("policy-chosen", "policy_chosen").With("policy-rejected", "policy_rejected")
            .With("chosen-length", "len_chosen").With("rejected-length", "len_rejected").RunSamples(),
    };

    private static Results Both(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayRun(golden, key, parameters).With("real").With("fake").RunSamples();

    private static Results Fake(GoldenCase golden, string key, params double[] parameters) =>
        new ArrayRun(golden, key, parameters).With("fake").RunSamples();

    private static Results Pair(GoldenCase golden, string key, params double[] parameters)
    {
        ArrayRun loss = new(golden, key, parameters);
        foreach (string input in Answers)
        {
            loss.With(input, input.Replace("reference", "ref", StringComparison.Ordinal).Replace('-', '_'));
        }

        return loss.RunSamples();
    }

    /// <summary>An argument that the operation must have; the library refuses NaN.</summary>
    private static double Number(GoldenCase golden, string name) => golden.Argument(name, double.NaN);
}
