namespace Lossary.Studies;

/// <summary>How hard a row that is far off pulls at a model.</summary>
public enum OutlierBehaviour
{
    /// <summary>The harder, the farther.</summary>
    Unbounded,

    /// <summary>Not harder than a bound: the loss is Lipschitz.</summary>
    Bounded,

    /// <summary>Less and less beyond some distance: the gradient redescends.</summary>
    Fading,
}
