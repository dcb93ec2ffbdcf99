namespace PostmortemInsights.Parsing.Windows;

/// <summary>What a share can be of.</summary>
internal enum Affected
{
    /// <summary>People, or what stands for them.</summary>
    People,

    /// <summary>What people send or ask for.</summary>
    Requests,

    /// <summary>Anything else that may be counted where it was harmed.</summary>
    Things,

    /// <summary>What no list names; not what a share is usually of without any user being meant, such as memory.</summary>
    Other,
}
