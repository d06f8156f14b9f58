namespace Lossary.Training;

/// <summary>Where training moves weights from which a few steps are to go far.</summary>
public enum MetaMethod
{
    /// <summary>
    /// Down the slope of the loss after adapting, by the weights before it: through the steps' own gradients. Every
    /// operation of network and loss must be one that can be differentiated twice.
    /// </summary>
    /// <remarks>C. Finn, P. Abbeel, S. Levine, Model-Agnostic Meta-Learning, 2017, arXiv:1703.03400.</remarks>
    Maml,

    /// <summary>The same as if the steps did not depend on the weights: a first derivative is enough.</summary>
    /// <remarks>C. Finn et al., as above, section 5.2.</remarks>
    FirstOrderMaml,

    /// <summary>Towards the adapted weights; the samples to be judged by are only looked at.</summary>
    /// <remarks>
    /// A. Nichol, J. Achiam, J. Schulman, On First-Order Meta-Learning Algorithms, 2018, arXiv:1803.02999.
    /// </remarks>
    Reptile,
}
