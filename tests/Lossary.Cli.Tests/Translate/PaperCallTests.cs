using System.Text.RegularExpressions;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Cli.Tests;

/// <summary>
/// A library's call with a paper's parameters is the paper's loss: each argument goes to the parameter that it means.
/// </summary>
/// <remarks>
/// The papers' values are in the scale of this library; what a library multiplies or adds is held against the libraries
/// themselves.
/// </remarks>
public sealed partial class PaperCallTests
{
    private const string Pairs = "policy-chosen=policy_chosen policy-rejected=policy_rejected "
        + "reference-chosen=ref_chosen reference-rejected=ref_rejected";

    private static readonly GoldenFile Papers = GoldenFile.Read("papers");

    [Theory]
    [InlineData("quantile", "neuralforecast.losses.pytorch.QuantileLoss(q={q})", "prediction=input target")]
    [InlineData(
        "tukey_biweight", "neuralforecast.losses.pytorch.TukeyLoss(c={c}, normalize=False)",
        "prediction=input target")]
    [InlineData(
        "wing", "segmentation_models_pytorch.losses._functional.wing_loss(width={w}, curvature={epsilon})",
        "prediction=input target")]
    [InlineData("quality_focal", "mmdet.models.losses.QualityFocalLoss(beta={beta})", "prediction=logits target")]
    [InlineData(
        "varifocal", "mmdet.models.losses.VarifocalLoss(alpha={alpha}, gamma={gamma})",
        "prediction=logits target")]
    [InlineData("rmse", "sklearn.metrics.root_mean_squared_error()", "prediction=input target")]
    [InlineData("r2_loss", "sklearn.metrics.r2_score()", "prediction=input target")]
    [InlineData("pearson_loss", "torchmetrics.regression.PearsonCorrCoef()", "prediction=input target")]
    [InlineData(
        "mixture_gaussian_nll", "neuralforecast.losses.pytorch.GMM()",
        "logits=logit_weights mean=mu log-scale=log_sigma target")]
    [InlineData("sparsemax_loss", "optax.losses.multiclass_sparsemax_loss()", "score=input target")]
    [InlineData("coral", "coral_pytorch.losses.coral_loss()", "logit=logits level=target")]
    public void Of_predictions_and_targets(string operation, string call, string inputs) => Check(operation, call, inputs);

    [Theory]
    [InlineData("supcon", "pytorch_metric_learning.losses.SupConLoss(temperature={temperature})", "embeddings labels")]
    [InlineData("nt_xent", "lightly.loss.NTXentLoss(temperature={temperature})", "embeddings=z")]
    [InlineData(
        "info_nce", "sentence_transformers.losses.MultipleNegativesRankingLoss(scale={1/temperature})",
        "query key")]
    [InlineData(
        "clip_symmetric", "sentence_transformers.losses.MultipleNegativesSymmetricRankingLoss(scale={scale})",
        "image text")]
    [InlineData(
        "cosface", "pytorch_metric_learning.losses.CosFaceLoss(margin={m}, scale={s})",
        "embeddings class-vectors=weight target")]
    [InlineData(
        "multi_similarity",
        "pytorch_metric_learning.losses.MultiSimilarityLoss(alpha={alpha}, beta={beta}, base={base})",
        "embeddings labels")]
    [InlineData(
        "lifted_structured", "pytorch_metric_learning.losses.LiftedStructureLoss(neg_margin={margin})",
        "embeddings labels")]
    [InlineData(
        "proxy_anchor", "pytorch_metric_learning.losses.ProxyAnchorLoss(margin={margin}, alpha={alpha})",
        "embeddings class-vectors=weight target")]
    [InlineData(
        "normalized_softmax", "pytorch_metric_learning.losses.NormalizedSoftmaxLoss(temperature={T})",
        "embeddings class-vectors=weight target")]
    [InlineData("n_pair", "pytorch_metric_learning.losses.NPairsLoss()", "anchor positive")]
    [InlineData(
        "triplet_batch_hard", "sentence_transformers.losses.BatchHardTripletLoss(margin={margin})",
        "embeddings labels")]
    [InlineData("barlow_twins", "lightly.loss.BarlowTwinsLoss(lambda_param={lam})", "first=z1 second=z2")]
    [InlineData(
        "vicreg", "lightly.loss.VICRegLoss(lambda_param={sim}, mu_param={var}, nu_param={cov})",
        "first=x second=y")]
    [InlineData("align_uniform", "lightly.loss.HypersphereLoss(t={t}, lam={lam}, alpha=2.0)", "first=x second=y")]
    [InlineData(
        "dino", "lightly.loss.DINOLoss(teacher_temp={teacher_temp}, student_temp={student_temp})",
        "student teacher center")]
    public void Of_embeddings(string operation, string call, string inputs) => Check(operation, call, inputs);

    [Theory]
    [InlineData("listnet", "allrank.models.losses.listNet()", "score=scores relevance")]
    [InlineData("listmle", "allrank.models.losses.listMLE()", "score=scores relevance")]
    [InlineData(
        "ranknet", "tensorflow_ranking.keras.losses.PairwiseLogisticLoss(temperature={1/sigma})",
        "score=scores relevance")]
    [InlineData("ranking_softmax", "tensorflow_ranking.keras.losses.SoftmaxLoss()", "score=scores relevance")]
    [InlineData("bpr", "recbole.model.loss.BPRLoss()", "positive negative")]
    [InlineData(
        "cox_breslow", "torchsurv.loss.cox.neg_partial_log_likelihood(ties_method='breslow')",
        "log-hazard=log_hazard time event")]
    [InlineData(
        "cox_efron", "torchsurv.loss.cox.neg_partial_log_likelihood(ties_method='efron')",
        "log-hazard=log_hazard time event")]
    [InlineData("logistic_hazard", "pycox.models.loss.NLLLogistiHazardLoss()", "logit=logits interval=bin event")]
    [InlineData(
        "soft_dtw", "tslearn.metrics.SoftDTWLossPyTorch(gamma={gamma}, normalize=False)",
        "prediction=x target=y")]
    [InlineData("linear_chain_crf_nll", "torchcrf.CRF()", "emissions labels=target transitions start end")]
    public void Of_lists_times_and_sequences(string operation, string call, string inputs) => Check(operation, call, inputs);

    [Theory]
    [InlineData("gan_nonsaturating_d", "torchgan.losses.MinimaxDiscriminatorLoss(label_smoothing=0.0)", "real fake")]
    [InlineData("gan_nonsaturating_g", "torchgan.losses.MinimaxGeneratorLoss(nonsaturating=True)", "fake")]
    [InlineData("wgan_d", "torchgan.losses.WassersteinDiscriminatorLoss()", "real fake")]
    [InlineData("wgan_g", "torchgan.losses.WassersteinGeneratorLoss()", "fake")]
    [InlineData(
        "distillation", "torchdistill.losses.mid_level.KDLoss(temperature={T}, alpha={1-alpha})",
        "student teacher target")]
    [InlineData(
        "ppo_clip", "stable_baselines3.PPO(clip_range={epsilon})",
        "log-probability=logp old-log-probability=logp_old advantage")]
    [InlineData("ppo_value_clip", "trl.PPOConfig(cliprange_value={epsilon})", "value=v old-value=v_old return=returns")]
    [InlineData(
        "grpo_token", "trl.GRPOConfig(loss_type='grpo', epsilon={epsilon}, beta={beta})",
        "log-probability=logp old-log-probability=logp_old reference-log-probability=logp_ref advantage")]
    [InlineData(
        "robust_dpo", "trl.DPOConfig(loss_type='robust', beta={beta}, label_smoothing={label_smoothing})",
        Pairs)]
    [InlineData(
        "exo_pair", "trl.DPOConfig(loss_type='exo_pair', beta={beta}, label_smoothing={label_smoothing})",
        Pairs)]
    [InlineData("ipo", "trl.DPOConfig(loss_type='ipo', beta={beta})", Pairs)]
    [InlineData("slic_hinge", "trl.DPOConfig(loss_type='hinge', beta={beta})", Pairs)]
    [InlineData(
        "simpo", "trl.CPOConfig(loss_type='simpo', beta={beta}, simpo_gamma={gamma})",
        "policy-chosen=policy_chosen policy-rejected=policy_rejected chosen-length=len_chosen rejected-length=len_rejected")]
    public void Of_generators_policies_and_preferences(string operation, string call, string inputs) => Check(operation, call, inputs);

    [Fact]
    public void Approximate_gain_has_the_library_s_sign_in_its_definition() => Check(
        "approx_ndcg", "tensorflow_ranking.keras.losses.ApproxNDCGLoss(temperature={T})", "score=scores relevance", isTheirs: true);

    private static void Check(string operation, string call, string inputs, bool isTheirs = false)
    {
        int compared = 0;
        foreach (GoldenCase golden in Papers.Of(operation).Where(golden => !golden.IsSingle))
        {
            string asked = Braces().Replace(call, match => GoldenCalls.Text(ValueOf(match.Groups["inner"].Value, golden)));
            CallReading reading = LossTranslator.FromCall(asked)[0];
            Assert.Empty(reading.Unread);
            bool isMean = !golden.Values.TryGetValue("none", out GoldenTensor? each);
            double[] expected = isMean ? [golden.Values["scalar"].Scalar] : each!.Data;

            double[] found = Values(reading.Create(), golden, inputs.Split(' '), expected.Length, isMean);

            GoldenCalls.AssertNear(
                golden, expected, isTheirs ? [.. found.Select(x => (reading.Scale * x) + reading.Offset)] : found);
            compared++;
        }

        Assert.True(compared > 0, $"No case of {operation} is translated.");
    }

    private static double[] Values(ILoss loss, GoldenCase golden, string[] names, int count, bool isMean)
    {
        double[] values = new double[count];
        if (loss is ISampleLoss samples)
        {
            samples.Evaluate(new LossBatch<double>
            {
                Predictions = golden.Inputs[Theirs(names[0])].Data,
                Targets = golden.Inputs[Theirs(names[1])].Data,
                Values = values,
            });
            return values;
        }

        IArrayLoss arrays = (IArrayLoss)loss;
        LossInputs<double> inputs = new() { Values = isMean ? default : values };
        foreach (string name in names)
        {
            string ours = name.Split('=')[0];
            int rank = arrays.Inputs.Single(card => card.Name == ours).Shape.Split(", ").Length;
            GoldenTensor tensor = golden.Inputs[Theirs(name)];
            int[] shape = [.. Enumerable.Repeat(1, Math.Max(0, rank - tensor.Shape.Length)), .. tensor.Shape];
            inputs[ours] = new Tensor<double>(new Shape(shape), tensor.Data);
        }

        Totals totals = arrays.Evaluate(inputs);
        return isMean ? [totals.Mean] : values;
    }

    private static string Theirs(string name) => name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static double ValueOf(string arithmetic, GoldenCase golden) => Arithmetic.Parse(arithmetic).Value(
        Word().Matches(arithmetic).ToDictionary(word => word.Value, word => golden.Argument(word.Value, double.NaN)));

    [GeneratedRegex(@"\{(?<inner>[^}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
