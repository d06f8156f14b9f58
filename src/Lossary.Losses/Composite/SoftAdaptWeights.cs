namespace Lossary.Losses;

/// <summary>SoftAdapt: more weight to the losses that fall slowest, or rise.</summary>
/// <remarks>
/// <code>
/// wᵢ = softmaxᵢ(β sᵢ)        sᵢ = (Lᵢ − Lᵢ before) / Σ |Lⱼ − Lⱼ before|
/// </code>
/// The paper's normalised form: so β does not depend on units. The first step weighs all alike. Reference: A. A.
/// Heydari, C. A. Thompson, A. Mehmood, SoftAdapt: Techniques for Adaptive Loss Weighting of Neural Networks with
/// Multi-Part Loss Functions, 2019, arXiv:1912.12355.
/// </remarks>
/// <param name="beta">β: 0 weighs evenly, negative ones favour what falls fastest.</param>
public sealed class SoftAdaptWeights(double beta = 0.1) : ITaskWeighting
{
    private double[] _last = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[] now = state.Losses.ToArray(), rates = new double[tasks];
        if (_last.Length == tasks)
        {
            rates = [.. now.Zip(_last, (loss, last) => loss - last)];
            double size = rates.Sum(Math.Abs);
            rates = [.. rates.Select(rate => size > 0 ? beta * rate / size : 0)];
        }

        TaskChecks.Softmax(rates, 1, weights);
        _last = now;
    }
}
