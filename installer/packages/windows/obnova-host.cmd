@echo off
rem SPDX-FileCopyrightText: 2026 The Obnova authors
rem SPDX-License-Identifier: Apache-2.0
rem Starts the host on its own runtime, whatever Java the person has. Browsers start this file; nothing but frames may come on stdout.
setlocal
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "JAVA_AOT_OPTIONS="
set "CLASSPATH="
set "home=%~dp0.."
set "lib=%home%\lib"
"%home%\runtime\bin\java.exe" "@%lib%\obnova-host.options" "-XX:AOTCache=%lib%\obnova-host.aot" "-Djava.library.path=%lib%" -cp "@CLASS_PATH@" org.obnova.host.Main %*
